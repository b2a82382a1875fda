import { accountKey } from "../../model/account.js";
import type { DesiredAccess, SchemeReference } from "../../model/desired-access.js";
import type { Holder } from "../../model/holder.js";
import type { AccountId, GroupId, ProjectId, RoleId, SchemeId } from "../../model/ids.js";
import type { IdentifiedHolder, SiteAccess } from "../../model/site-access.js";

/** What the names in a stack file stand for on a site; undefined where the site has nothing of that name. */
export interface SiteNames {
  readonly account: (text: string) => AccountId | undefined;
  readonly group: (name: string) => GroupId | undefined;
  readonly role: (name: string) => RoleId | undefined;
  readonly scheme: (reference: SchemeReference) => SchemeId | undefined;
  readonly project: (key: string) => ProjectId | undefined;
  /** The holder with the id of what it names; undefined where it names nothing that is there. */
  readonly holder: (holder: Holder) => IdentifiedHolder | undefined;
}

/** The names of a site on which everything that is declared is there already. */
export function namesOf(site: SiteAccess, { schemes }: DesiredAccess): SiteNames {
  const accounts = new Map(
    [...site.accounts.values()].flatMap(({ id, email }) => [
      [accountKey(id), id],
      ...(email === undefined ? [] : [[accountKey(email), id] as const]),
    ]),
  );
  const groups = idsByName(site.groups.values());
  const roles = idsByName([...site.roles.values()].filter(({ scope }) => scope === undefined));
  const schemeIds = idsByName(site.schemes.values());
  const projects = new Map([...site.projects.values()].map(({ key, id }) => [key, id]));
  const declared = new Map(schemes.map(({ key, name }) => [key, name]));
  const names = {
    account: (text: string) => accounts.get(accountKey(text)),
    group: (name: string) => groups.get(name),
    role: (name: string) => roles.get(name),
    project: (key: string) => projects.get(key),
    scheme: (reference: SchemeReference) =>
      schemeIds.get("site" in reference ? reference.site : (declared.get(reference.declared) ?? "")),
  };
  return { ...names, holder: (holder) => identify(names, holder) };
}

function identify(names: Pick<SiteNames, "account" | "group" | "role">, holder: Holder): IdentifiedHolder | undefined {
  const { type, name = "" } = holder;
  if (type !== "user" && type !== "group" && type !== "projectRole") return { holder };
  const holderId = { user: names.account, group: names.group, projectRole: names.role }[type](name);
  return holderId === undefined ? undefined : { holder, holderId };
}

function idsByName(items: Iterable<{ readonly id: string; readonly name: string }>): ReadonlyMap<string, string> {
  return new Map([...items].map(({ name, id }) => [name, id]));
}
