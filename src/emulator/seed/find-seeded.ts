import type { AccountId, GroupId } from "../../model/ids.js";
import type { Site } from "../state/state.js";

/**
 * The one of a list that has the name.
 * @throws Error when there is none.
 */
export function findNamed<Item extends { name: string }>(items: readonly Item[], kind: string, name: string): Item {
  const item = items.find((item) => item.name === name);
  if (item === undefined) throw new Error(`The seed describes no ${kind} '${name}'.`);
  return item;
}

/**
 * The id of the account with that e-mail.
 * @throws Error when there is none.
 */
export function accountIdOf(site: Site, email: string): AccountId {
  const account = site.accounts.find((account) => account.email === email);
  if (account === undefined) throw new Error(`The seed describes no account '${email}'.`);
  return account.id;
}

/**
 * The id of the group with that name.
 * @throws Error when there is none.
 */
export function groupIdOf(site: Site, name: string): GroupId {
  return findNamed(site.groups, "group", name).id;
}

/**
 * The id of the issue with that key.
 * @throws Error when there is none.
 */
export function issueIdOf(site: Site, key: string): string {
  const issue = site.issues.find((issue) => issue.key === key);
  if (issue === undefined) throw new Error(`The seed describes no issue '${key}'.`);
  return issue.id;
}
