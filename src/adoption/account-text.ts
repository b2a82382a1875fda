import type { FoundAccess } from "../model/found-access.js";
import type { AccountId } from "../model/ids.js";
import { accountFault } from "../stack/schema/text-rules.js";

type Accounts = FoundAccess["accounts"];

/** How a stack file names an account: by its e-mail where the site shows it, else by its accountId. */
export function accountText(accounts: Accounts, id: AccountId): string {
  return accounts.get(id)?.email ?? id;
}

/** Why an account cannot stand in a stack file; undefined where it can. */
export function accountObstacle(accounts: Accounts, id: AccountId): string | undefined {
  const account = accounts.get(id);
  if (account === undefined) return `the account ${id} is gone`;
  const text = accountText(accounts, id);
  return account.active ? accountFault(text) : `the account ${text} is deactivated`;
}
