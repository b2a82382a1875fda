import { listAccounts } from "../../client/account.js";
import type { Directory } from "../../client/directory.js";
import { JiraError } from "../../errors.js";
import { type Account, isEmail } from "../../model/account.js";
import type { AccountId } from "../../model/ids.js";
import { hintNearest } from "../../model/nearest.js";
import { readStack } from "../../stack/read-stack.js";
import { chooseStackIfAny } from "../stack/choose-stack.js";

/**
 * The id of the account that a text means: an e-mail, an accountId, or the key of an integration user in a stack file.
 * @param stack the stack's name or file; the selected one, if there is one, unless told.
 * @throws JiraError of kind `not-found` that suggests the nearest name.
 */
export async function findAccount(directory: Directory, text: string, stack?: string): Promise<AccountId> {
  const declared = isEmail(text) || isAccountId(text) ? new Map<string, string>() : await readUsers(stack);
  const named = declared.get(text) ?? text;
  if (isAccountId(named)) return named;
  const found = await directory.accounts.load(named);
  if (found !== undefined) return found.id;
  const everybody = await listAccounts(directory.client);
  // The search by e-mail leaves deactivated accounts out.
  const same = everybody.find(({ email }) => email?.toLowerCase() === named.toLowerCase());
  if (same !== undefined) return same.id;
  throw unknownAccount(named, [...declared.keys()], everybody);
}

const writeId = "where Jira hides e-mails, write the accountId";

/** The error for a text that names no account; people who hide their e-mail are suggested by name. */
export function unknownAccount(text: string, keys: readonly string[], accounts: readonly Account[]): JiraError {
  const hint = hintNearest(text, [...keys, ...accounts.map(({ email, displayName }) => email ?? displayName)], writeId);
  return new JiraError("not-found", `the site shows no account ${JSON.stringify(text)}${hint}`);
}

function isAccountId(text: string): boolean {
  return /^[0-9a-f]{24}$|^[0-9]{1,10}:[0-9a-f-]{36}$/.test(text);
}

async function readUsers(stack: string | undefined): Promise<ReadonlyMap<string, string>> {
  const chosen = await chooseStackIfAny(stack);
  if (chosen === undefined) return new Map();
  const { integrationUsers = {} } = readStack(chosen.file).declaration;
  return new Map(Object.entries(integrationUsers).map(([key, { account }]) => [key, account]));
}
