import { objectToGrantRemovals } from "../analysis/brakes/grant-removals.js";
import { objectToPeopleRemovals } from "../analysis/brakes/people-removals.js";
import type { Site } from "../live/observe-site.js";
import type { DesiredAccess, DesiredActors, DesiredGroup, DesiredScheme, Origin } from "../model/desired-access.js";
import { toGrantMap } from "../model/grant.js";
import { formatHolder, type Holder } from "../model/holder.js";
import type { Objection } from "./objection.js";
import type { Recollection } from "./recollection.js";

/**
 * Lists of this stack that would lose more at once than `max(5, 25 %)` of what its last run declared: grants of schemes,
 * people of roles in projects, members of groups.
 */
export function brakeRemovals(desired: DesiredAccess, site: Site, past: Recollection): readonly Objection[] {
  return [
    ...desired.schemes.flatMap((scheme) => judgeGrants(scheme, desired, site, past)),
    ...desired.actors.flatMap((list) => judgeActors(list, site, past)),
    ...desired.groups.flatMap((group) => judgeMembers(group, site, past)),
  ];
}

function judgeGrants(scheme: DesiredScheme, desired: DesiredAccess, site: Site, past: Recollection): Objection[] {
  const { grants, origin, allow } = scheme;
  const before = recall(past.schemes, scheme) ?? [...past.schemes.values()].find(({ name }) => name === scheme.name);
  if (grants === undefined || before === undefined) return [];
  const idOf = (holder: Holder) => idOfHolder(holder, desired, site, past);
  const holderIds = idsOf(grants, ({ holder }) => [formatHolder(holder), idOf(holder)]);
  const after = { grants: toGrantMap(grants), holderIds };
  return toObjections([...origin, "grants"], objectToGrantRemovals(before, after, allow));
}

function judgeActors(list: DesiredActors, site: Site, past: Recollection): Objection[] {
  const before = past.actors.get(`${list.project}/${list.role}`);
  if (before === undefined) return [];
  const groupIds = idsOf(list.groups, (name) => [name, site.groups.get(name)?.id ?? name]);
  const after = { userIds: accountIds(list.users, site), groupIds };
  return toObjections(list.origin, objectToPeopleRemovals(before, after, list.allow));
}

function judgeMembers(group: DesiredGroup, site: Site, past: Recollection): Objection[] {
  const before = recall(past.members, group);
  if (before === undefined || group.members === undefined) return [];
  const after = { userIds: accountIds(group.members, site) };
  return toObjections([...group.origin, "members"], objectToPeopleRemovals(before, after, group.allow));
}

function recall<T>(past: ReadonlyMap<string, T>, entry: { readonly key: string; readonly formerly?: string }) {
  return past.get(entry.key) ?? past.get(entry.formerly ?? "");
}

/** The id of what a holder names; a role that is about to be renamed has the one that it was made with. */
function idOfHolder({ type, name = "" }: Holder, { roles }: DesiredAccess, site: Site, past: Recollection) {
  if (type === "user") return site.accounts.get(name)?.id;
  if (type === "group") return site.groups.get(name)?.id;
  if (type !== "projectRole") return undefined;
  const declared = roles.find((role) => role.name === name);
  const known = declared === undefined ? undefined : recall(past.roleIds, declared);
  return known ?? site.roles.find((role) => role.name === name && role.scope === undefined)?.id;
}

function accountIds(names: readonly string[], { accounts }: Site): Readonly<Record<string, string>> {
  return idsOf(names, (name) => [name, accounts.get(name)?.id ?? name]);
}

function idsOf<T>(items: readonly T[], read: (item: T) => [string, string | undefined]) {
  return Object.fromEntries(items.map(read).flatMap(([text, id]) => (id === undefined ? [] : [[text, id]])));
}

function toObjections(origin: Origin, message: string | undefined): Objection[] {
  return message === undefined ? [] : [{ origin, message }];
}
