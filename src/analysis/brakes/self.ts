import { type ActingAccount, isEmail } from "../../model/account.js";
import type { Holder } from "../../model/holder.js";
import { inWords } from "../../model/words.js";
import { administer } from "./administrators.js";

const cure = "list it, or say why not: `allow: { self: REASON }`";

/**
 * Whether an account may have what a holder is granted.
 * @param isListed whether the account is among those who are to stand for a role or group; undefined where nobody says,
 *   so that it counts as going on to have a role, and as being in the groups that it is in.
 */
export function mayHold(
  account: ActingAccount,
  holder: Holder,
  isListed: (holder: Holder) => boolean | undefined,
): boolean {
  const { type, name = "" } = holder;
  if (type === "projectRole") return isListed(holder) ?? true;
  if (type === "group") return isListed(holder) ?? account.groups.includes(name);
  if (type === "user") return isAccount(account, name);
  return type === "anyone" || type === "applicationRole" || type === "projectLead";
}

/** Whether a text names an account, by e-mail or accountId. */
export function isAccount({ id, email }: ActingAccount, text: string): boolean {
  return isEmail(text) ? text.toLowerCase() === email?.toLowerCase() : text === id;
}

/** How a message tells that lists take a project's administration from the account that runs this. */
export function describeOwnLoss(account: ActingAccount, project: string, lists: readonly string[]): string {
  const why = `the list for ${inWords(lists)} holds neither that account nor a group of its`;
  return `${nameOf(account)}, who runs this, would lose ${administer} in ${project}: ${why}; ${cure}`;
}

/** How a message tells that a list takes the account that runs this out of a group. */
export function describeLeaving(account: ActingAccount, group: string): string {
  const unknown = "Jira does not tell whether that is what makes it an administrator";
  return `${nameOf(account)}, who runs this, would leave the group ${JSON.stringify(group)}, and ${unknown}; ${cure}`;
}

function nameOf({ email, displayName }: ActingAccount): string {
  return email ?? displayName;
}
