import { objectToVacancy } from "../../analysis/brakes/last-administrator.js";
import { type DeclaredPeople, objectToPeopleRemovals } from "../../analysis/brakes/people-removals.js";
import { describeLeaving } from "../../analysis/brakes/self.js";
import type { Directory } from "../../client/directory.js";
import type { Allowance } from "../../model/desired-access.js";
import type { GroupId } from "../../model/ids.js";
import { type Flags, toFlags, without } from "../lists/flags.js";
import { brake, type Reason } from "./brake.js";

/** All who are to be in a group, with the name that messages use. */
interface MemberList extends DeclaredPeople {
  readonly group: string;
  readonly groupId: GroupId;
  readonly allow?: Allowance;
}

/**
 * Refuses to write a group's members where too many that were declared would go at once, the acting account would leave
 * it, or nobody would administer the projects of a scheme that counts on it. Asks the site only where somebody is to go.
 * @param before who was declared until now; undefined where nobody was.
 * @throws JiraError of kind `refused`.
 */
export async function brakeMembers(
  directory: Directory,
  list: MemberList,
  now: Flags,
  before?: DeclaredPeople,
): Promise<void> {
  const wanted = toFlags(Object.values(list.userIds));
  brake(`the group ${JSON.stringify(list.group)}`, [
    before === undefined ? undefined : objectToPeopleRemovals(before, list, list.allow),
    ...(without(now, wanted).length === 0 ? [] : await objectToLosses(directory, list, now, wanted)),
  ]);
}

async function objectToLosses(
  directory: Directory,
  { group, groupId, allow }: MemberList,
  now: Flags,
  wanted: Flags,
): Promise<readonly Reason[]> {
  const account = await directory.actingAccount();
  const leaves = now[account.id] && !wanted[account.id] && allow?.self === undefined;
  const schemes = Object.keys(wanted).length > 0 ? [] : [...(await directory.schemes.all()).values()];
  const vacancies = schemes.map(({ name, grants }) => {
    const others = grants.filter(({ holder, holderId }) => holder.type !== "group" || holderId !== groupId);
    const where = `the projects that use the permission scheme ${JSON.stringify(name)}`;
    return objectToVacancy(where, grants, others, allow);
  });
  return [leaves ? describeLeaving(account, group) : undefined, ...vacancies];
}
