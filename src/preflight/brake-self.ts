import type { Site } from "../live/observe-site.js";
import { type ActingAccount, isEmail } from "../model/account.js";
import type { DesiredAccess, DesiredActors } from "../model/desired-access.js";
import type { Holder } from "../model/holder.js";
import { type Administration, administer, administrations, listFor } from "./administration.js";
import type { Objection } from "./objection.js";
import { inWords } from "./words.js";

/**
 * Lists of a role's people that would take ADMINISTER_PROJECTS from the acting account where it holds it now.
 * Whatever neither file nor site tells of counts as going on to hold it.
 */
export function brakeSelf(desired: DesiredAccess, site: Site): readonly Objection[] {
  return administrations(desired, site)
    .filter(({ project }) => site.administered.has(project))
    .flatMap((administration) => judge(desired, site, administration));
}

function judge(desired: DesiredAccess, site: Site, { project, holders, allow }: Administration): Objection[] {
  const lists = holders.flatMap((holder) => listFor(desired, project, holder) ?? []);
  const [first] = lists;
  if (first === undefined || (allow ?? first.allow)?.self !== undefined) return [];
  if (holders.some((holder) => mayHold(desired, site, project, holder))) return [];
  const { email, displayName } = site.actingAccount;
  const roles = inWords(lists.map(({ role }) => JSON.stringify(role)));
  const why = `nobody whom the file lists for ${roles} there is that account or one of its groups`;
  const message = `${email ?? displayName}, who runs this, would lose ${administer} in ${project}: ${why}; list it, or say why not: \`allow: { self: REASON }\``;
  return [{ origin: first.origin, message }];
}

function mayHold(desired: DesiredAccess, { actingAccount }: Site, project: string, holder: Holder): boolean {
  const { type, name = "" } = holder;
  if (type === "projectRole") {
    const list = listFor(desired, project, holder);
    return list === undefined || isListed(actingAccount, list);
  }
  if (type === "group") return actingAccount.groups.includes(name);
  if (type === "user") return isAccount(actingAccount, name);
  return type === "anyone" || type === "applicationRole" || type === "projectLead";
}

function isListed(account: ActingAccount, { users, groups }: DesiredActors): boolean {
  return users.some((user) => isAccount(account, user)) || groups.some((group) => account.groups.includes(group));
}

function isAccount({ id, email }: ActingAccount, text: string): boolean {
  return isEmail(text) ? text.toLowerCase() === email?.toLowerCase() : text === id;
}
