import type { SiteHolder } from "../state/state.js";
import { toAccount, toGroup, type Viewing } from "./account.js";

/** A holder; what it names is written out where the words of `expand` ask for that. */
export function toHolder({ site, url }: Viewing, { type, parameter }: SiteHolder, expand: readonly string[]): unknown {
  if (parameter === undefined) return { type };
  const wants = (word: string) => expand.includes(word) || expand.includes("all");
  const plain = { type, parameter, value: parameter };
  switch (type) {
    case "group": {
      const group = site.groups.find(({ id }) => id === parameter);
      const holder = { ...plain, ...(group && { parameter: group.name }), expand: "group" };
      return group && wants("group") ? { ...holder, group: toGroup(url, group) } : holder;
    }
    case "user": {
      const account = site.accounts.find(({ id }) => id === parameter);
      const holder = { ...plain, expand: "user" };
      return account && wants("user") ? { ...holder, user: toAccount({ site, url }, account) } : holder;
    }
    case "projectRole": {
      const role = site.roles.find(({ id }) => String(id) === parameter);
      const holder = { ...plain, expand: "projectRole" };
      if (!role || !wants("projectRole")) return holder;
      const { id, name, description } = role;
      const self = `${url}/rest/api/3/role/${id}`;
      return { ...holder, projectRole: { self, name, id, ...(description === "" ? {} : { description }) } };
    }
    case "userCustomField":
    case "groupCustomField": {
      const field = site.customFields.find(({ id }) => id === parameter);
      const holder = { ...plain, expand: "field" };
      return field && wants("field")
        ? { ...holder, field: { id: field.id, key: field.id, name: field.name, custom: true } }
        : holder;
    }
    default:
      return plain;
  }
}
