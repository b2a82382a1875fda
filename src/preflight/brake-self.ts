import type { Site } from "../live/observe-site.js";
import { type ActingAccount, isEmail } from "../model/account.js";
import type { Allowance, DesiredAccess, DesiredActors, Origin } from "../model/desired-access.js";
import { describeHolder, type Holder } from "../model/holder.js";
import { inWords } from "../model/words.js";
import { type Administration, administer, administrations, listFor, membersOf } from "./administration.js";
import type { Objection } from "./objection.js";

/**
 * Lists of a role's or group's people that would take ADMINISTER_PROJECTS from the acting account where it holds it now.
 * Whatever neither file nor site tells of counts as going on to hold it.
 */
export function brakeSelf(desired: DesiredAccess, site: Site): readonly Objection[] {
  return administrations(desired, site)
    .filter(({ project }) => site.administered.has(project))
    .flatMap((administration) => judge(desired, site, administration));
}

function judge(desired: DesiredAccess, site: Site, { project, holders, allow }: Administration): Objection[] {
  const lists = holders.flatMap((holder) => listed(desired, project, holder));
  const [first] = lists;
  if (first === undefined || (allow ?? first.allow)?.self !== undefined) return [];
  if (holders.some((holder) => mayHold(desired, site, project, holder))) return [];
  const { email, displayName } = site.actingAccount;
  const names = inWords(lists.map(({ name }) => name));
  const why = `the file's list for ${names} holds neither that account nor a group of its`;
  const message = `${email ?? displayName}, who runs this, would lose ${administer} in ${project}: ${why}; list it, or say why not: \`allow: { self: REASON }\``;
  return [{ origin: first.origin, message }];
}

interface List {
  readonly name: string;
  readonly origin: Origin;
  readonly allow?: Allowance;
}

/** The list in the file that decides who has a holder's permissions, if there is one. */
function listed(desired: DesiredAccess, project: string, holder: Holder): List[] {
  const name = describeHolder(holder);
  const actors = listFor(desired, project, holder);
  if (actors !== undefined) return [{ ...actors, name }];
  const group = desired.groups.find((one) => holder.type === "group" && one.name === holder.name);
  return group?.members === undefined ? [] : [{ name, origin: group.origin }];
}

function mayHold(desired: DesiredAccess, { actingAccount }: Site, project: string, holder: Holder): boolean {
  const { type, name = "" } = holder;
  if (type === "projectRole") {
    const list = listFor(desired, project, holder);
    return list === undefined || isListed(desired, actingAccount, list);
  }
  if (type === "group") return isMember(desired, actingAccount, name);
  if (type === "user") return isAccount(actingAccount, name);
  return type === "anyone" || type === "applicationRole" || type === "projectLead";
}

function isListed(desired: DesiredAccess, account: ActingAccount, { users, groups }: DesiredActors): boolean {
  return users.some((user) => isAccount(account, user)) || groups.some((group) => isMember(desired, account, group));
}

function isMember(desired: DesiredAccess, account: ActingAccount, group: string): boolean {
  const members = membersOf(desired, group);
  return members === undefined ? account.groups.includes(group) : members.some((member) => isAccount(account, member));
}

function isAccount({ id, email }: ActingAccount, text: string): boolean {
  return isEmail(text) ? text.toLowerCase() === email?.toLowerCase() : text === id;
}
