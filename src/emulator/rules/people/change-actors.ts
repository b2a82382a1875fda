import { refuse } from "../../refusal.js";
import type { Site, SiteActor, SiteRole } from "../../state/state.js";
import { type ActorName, isSameActor, numberActor, resolveActors } from "./resolve-actors.js";

/** Members to add, as a request's body names them. */
interface SentActors {
  readonly user?: readonly string[] | null | undefined;
  readonly group?: readonly string[] | null | undefined;
  readonly groupId?: readonly string[] | null | undefined;
}

/**
 * The new members of a role that a request asks for.
 * @throws Refusal with 400 when it names nobody or somebody who is a member already, with 404 when somebody is unknown.
 */
export function addActors(site: Site, role: SiteRole, members: readonly SiteActor[], sent: SentActors): SiteActor[] {
  const names = resolveActors(site, { users: sent.user, groupNames: sent.group, groupIds: sent.groupId });
  if (names.length === 0) throw refuse(400, "At least one user or group is needed.");
  const twice = names.find((name) => members.some((member) => isSameActor(member, name)));
  if (twice) throw refuse(400, `'${toText(site, twice)}' is already a member of the project role.`);
  return names.map((name) => numberActor(site, role, name));
}

/**
 * The members that are left when those whom a query names are gone.
 * @throws Refusal with 400 when it names nobody, with 404 when it names somebody who is no member.
 */
export function removeActors(site: Site, members: readonly SiteActor[], query: URLSearchParams): SiteActor[] {
  const [users = [], groupNames = [], groupIds = []] = ["user", "group", "groupId"].map((name) => query.getAll(name));
  if (groupNames.length > 0 && groupIds.length > 0) throw refuse(400, "group and groupId cannot be used together.");
  const gone = [...users.map((user) => ({ user })), ...resolveActors(site, { groupNames, groupIds })];
  if (gone.length === 0) throw refuse(400, "A user or a group is needed.");
  const left = members.filter((member) => !gone.some((name) => isSameActor(member, name)));
  if (left.length === members.length - gone.length) return left;
  throw refuse(404, "The role has no such member.");
}

function toText(site: Site, actor: ActorName): string | undefined {
  return "user" in actor
    ? site.accounts.find(({ id }) => id === actor.user)?.displayName
    : site.groups.find(({ id }) => id === actor.group)?.name;
}
