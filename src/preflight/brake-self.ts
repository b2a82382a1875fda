import { describeLeaving, describeOwnLoss, isAccount, mayHold } from "../analysis/brakes/self.js";
import type { Site } from "../live/observe-site.js";
import type { ActingAccount } from "../model/account.js";
import type { DesiredAccess, DesiredActors, DesiredGroup } from "../model/desired-access.js";
import { describeHolder, type Holder } from "../model/holder.js";
import { type Administration, administrations, listFor, membersOf } from "./administration.js";
import type { Objection } from "./objection.js";

/**
 * Lists that would take administration from the acting account: a role's people, where it holds ADMINISTER_PROJECTS by
 * that role alone, and the members of a group that it is in. Whatever neither file nor site tells of counts as going on
 * to give it.
 */
export function brakeSelf(desired: DesiredAccess, site: Site): readonly Objection[] {
  return [
    ...administrations(desired, site)
      .filter(({ project }) => site.administered.has(project))
      .flatMap((administration) => judgeActors(desired, site, administration)),
    ...desired.groups.flatMap((group) => judgeMembers(group, site.actingAccount)),
  ];
}

function judgeActors(
  desired: DesiredAccess,
  { actingAccount }: Site,
  { project, holders, allow }: Administration,
): Objection[] {
  const lists = holders.flatMap((holder) => {
    const list = listFor(desired, project, holder);
    return list === undefined ? [] : [{ ...list, holder: describeHolder(holder) }];
  });
  const [first] = lists;
  if (first === undefined || (allow ?? first.allow)?.self !== undefined) return [];
  const isListed = (holder: Holder) => isInFile(desired, actingAccount, project, holder);
  if (holders.some((holder) => mayHold(actingAccount, holder, isListed))) return [];
  const names = lists.map(({ holder }) => holder);
  return [{ origin: first.origin, message: describeOwnLoss(actingAccount, project, names) }];
}

function judgeMembers({ name, members, origin, allow }: DesiredGroup, account: ActingAccount): Objection[] {
  const isIn = account.groups.includes(name);
  if (members === undefined || !isIn || allow?.self !== undefined) return [];
  if (members.some((member) => isAccount(account, member))) return [];
  return [{ origin: [...origin, "members"], message: describeLeaving(account, name) }];
}

/** Whether the file lists an account for a role or group; undefined where it lists nobody for it. */
function isInFile(
  desired: DesiredAccess,
  account: ActingAccount,
  project: string,
  holder: Holder,
): boolean | undefined {
  if (holder.type === "group") return isMember(desired, account, holder.name ?? "");
  const list = listFor(desired, project, holder);
  return list === undefined ? undefined : isActor(desired, account, list);
}

function isActor(desired: DesiredAccess, account: ActingAccount, { users, groups }: DesiredActors): boolean {
  const isIn = (group: string) => isMember(desired, account, group) ?? account.groups.includes(group);
  return users.some((user) => isAccount(account, user)) || groups.some(isIn);
}

function isMember(desired: DesiredAccess, account: ActingAccount, group: string): boolean | undefined {
  return membersOf(desired, group)?.some((member) => isAccount(account, member));
}
