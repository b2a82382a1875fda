import type { AccountId } from "./ids.js";

/** An account as a site shows it; where privacy settings hide the e-mail, it is absent. */
export interface Account {
  readonly id: AccountId;
  readonly displayName: string;
  readonly email?: string;
  readonly active: boolean;
  readonly type: "atlassian" | "app" | "customer";
}

/** The account that asks, with the names of the groups it is in. */
export interface ActingAccount extends Account {
  readonly groups: readonly string[];
}

/** Whether a text that names an account is an e-mail and not an accountId. */
export function isEmail(text: string): boolean {
  return text.includes("@");
}

/** A text under which two ways to write the same account are equal: the case of e-mails does not count. */
export function accountKey(account: string): string {
  return isEmail(account) ? account.toLowerCase() : account;
}
