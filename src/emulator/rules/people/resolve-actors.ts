import { refuse } from "../../refusal.js";
import { type Site, type SiteActor, type SiteRole, takeId } from "../../state/state.js";

/** A member of a role without its number and role. */
export type ActorName = { user: string } | { group: string };

/** The people and groups that a request names: accounts by id, groups by name or by id. */
interface NamedActors {
  readonly users?: readonly string[] | null | undefined;
  readonly groupNames?: readonly string[] | null | undefined;
  readonly groupIds?: readonly string[] | null | undefined;
}

/**
 * The members that a request means, each once.
 * @throws Refusal with 404 when an account or group is unknown or an account is not active.
 */
export function resolveActors(site: Site, sent: NamedActors): ActorName[] {
  const users = (sent.users ?? []).map((id) => {
    if (site.accounts.some((account) => account.id === id && account.active)) return { user: id };
    throw refuse(404, `There is no active user with the account id '${id}'.`);
  });
  const byName = (sent.groupNames ?? []).map((name) => {
    const group = site.groups.find((group) => group.name === name);
    if (group) return { group: group.id };
    throw refuse(404, `There is no group with the name '${name}'.`);
  });
  const byId = (sent.groupIds ?? []).map((id) => {
    if (site.groups.some((group) => group.id === id)) return { group: id };
    throw refuse(404, `There is no group with the id '${id}'.`);
  });
  const names: ActorName[] = [...users, ...byName, ...byId];
  return names.filter((name, index) => names.findIndex((other) => isSameActor(other, name)) === index);
}

/** Whether two members are the same person or the same group. */
export function isSameActor(a: ActorName, b: ActorName): boolean {
  if ("user" in a) return "user" in b && a.user === b.user;
  return "group" in b && a.group === b.group;
}

/** The member with a number of its own. */
export function numberActor(site: Site, role: SiteRole, name: ActorName): SiteActor {
  return { id: takeId(site, "actor"), role: role.id, ...name };
}
