import { administratorsIn } from "../../analysis/brakes/administrators.js";
import { objectToVacancy } from "../../analysis/brakes/last-administrator.js";
import { type DeclaredPeople, objectToPeopleRemovals } from "../../analysis/brakes/people-removals.js";
import { describeOwnLoss, mayHold } from "../../analysis/brakes/self.js";
import type { Directory } from "../../client/directory.js";
import type { ActingAccount } from "../../model/account.js";
import type { Allowance } from "../../model/desired-access.js";
import type { ProjectId, RoleId } from "../../model/ids.js";
import type { SiteGrant } from "../../model/permission-scheme.js";
import { type ActorIds, type DeclaredActors, declaredIds } from "../lists/actor-list.js";
import { without } from "../lists/flags.js";
import { requireScheme } from "../resolve.js";
import { brake, type Reason } from "./brake.js";

/** All who are to hold a role in a project, with the names that messages use. */
interface RoleList extends DeclaredActors {
  readonly project: string;
  readonly projectId: ProjectId;
  readonly role: string;
  readonly roleId: RoleId;
  readonly allow?: Allowance;
}

/**
 * Refuses to write the people of a role where too many that were declared would go at once, nobody would administer the
 * project, or the acting account would not. Asks the site only where somebody is to go whose going is not allowed.
 * @param before who was declared until now; undefined where nobody was.
 * @throws JiraError of kind `refused`.
 */
export async function brakeActors(
  directory: Directory,
  list: RoleList,
  now: ActorIds,
  before?: DeclaredPeople,
): Promise<void> {
  const wanted = declaredIds(list);
  const leaving = [...without(now.users, wanted.users), ...without(now.groups, wanted.groups)];
  brake(`the role ${JSON.stringify(list.role)} in ${list.project}`, [
    before === undefined ? undefined : objectToPeopleRemovals(before, list, list.allow),
    ...(leaving.length === 0 ? [] : await objectToLosses(directory, list, now, wanted)),
  ]);
}

async function objectToLosses(
  directory: Directory,
  { project, projectId, role, roleId, allow }: RoleList,
  now: ActorIds,
  wanted: ActorIds,
): Promise<readonly Reason[]> {
  if (allow?.self !== undefined && allow.lastAdministrator !== undefined) return [];
  const { grants } = await requireScheme(directory, await directory.associations.load(projectId));
  const others = grants.filter(({ holder, holderId }) => holder.type !== "projectRole" || holderId !== roleId);
  if (administratorsIn(others).length === administratorsIn(grants).length) return [];
  const isEmptied = Object.keys({ ...wanted.users, ...wanted.groups }).length === 0;
  return [
    isEmptied ? objectToVacancy(project, grants, others, allow) : undefined,
    allow?.self === undefined ? await objectToOwnLoss(directory, { project, role }, others, now, wanted) : undefined,
  ];
}

async function objectToOwnLoss(
  directory: Directory,
  { project, role }: Pick<RoleList, "project" | "role">,
  others: readonly SiteGrant[],
  now: ActorIds,
  wanted: ActorIds,
): Promise<Reason> {
  const account = await directory.actingAccount();
  const goesOn = administratorsIn(others).some((holder) => mayHold(account, holder, () => undefined));
  const isActor = (actors: ActorIds) => isAmong(directory, account, actors);
  if (goesOn || !(await isActor(now)) || (await isActor(wanted))) return undefined;
  return describeOwnLoss(account, project, [`project role ${JSON.stringify(role)}`]);
}

async function isAmong(directory: Directory, { id, groups: own }: ActingAccount, { users, groups }: ActorIds) {
  if (users[id]) return true;
  const found = await Promise.all(Object.keys(groups).map((group) => directory.groupsById.load(group)));
  return found.some((group) => group !== undefined && own.includes(group.name));
}
