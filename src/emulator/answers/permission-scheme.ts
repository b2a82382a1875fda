import type { SchemeGrant, SiteHolder, SiteScheme } from "../state.js";
import { toAccount, toGroup, type Viewing } from "./account.js";
import { readList } from "./page.js";

/** The parts of a scheme that a request wants written out. */
export type SchemeExpand = readonly string[];

/** Every word that `expand` understands. */
export const schemeExpands = ["permissions", "user", "group", "projectRole", "field", "all"] as const;

const expandable = "user,group,projectRole,field,all";

/** The known words of a request's `expand`. */
export function readSchemeExpand(query: URLSearchParams): SchemeExpand {
  const known: readonly string[] = schemeExpands;
  return readList(query, "expand").filter((word) => known.includes(word));
}

/** A scheme; its grants are there as soon as anything is expanded. */
export function toScheme(viewing: Viewing, scheme: SiteScheme, expand: SchemeExpand): unknown {
  return {
    expand: expandable,
    id: scheme.id,
    self: `${viewing.url}/rest/api/3/permissionscheme/${scheme.id}`,
    name: scheme.name,
    description: scheme.description,
    ...(expand.length === 0 ? {} : { permissions: toGrants(viewing, scheme, expand) }),
  };
}

/** The grants of a scheme in the form of their own list. */
export function toGrantList(viewing: Viewing, scheme: SiteScheme, expand: SchemeExpand): unknown {
  return { expand: expandable, permissions: toGrants(viewing, scheme, expand) };
}

/** One grant of a scheme. */
export function toGrant(viewing: Viewing, scheme: SiteScheme, grant: SchemeGrant, expand: SchemeExpand): unknown {
  return {
    id: grant.id,
    self: `${viewing.url}/rest/api/3/permissionscheme/${scheme.id}/permission/${grant.id}`,
    holder: toHolder(viewing, grant.holder, expand),
    permission: grant.permission,
  };
}

function toGrants(viewing: Viewing, scheme: SiteScheme, expand: SchemeExpand): unknown[] {
  return scheme.grants.map((grant) => toGrant(viewing, scheme, grant, expand));
}

function toHolder({ site, url }: Viewing, { type, parameter }: SiteHolder, expand: SchemeExpand): unknown {
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
