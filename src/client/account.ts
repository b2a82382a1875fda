import { z } from "zod";
import { JiraError } from "../errors.js";
import type { Account, ActingAccount } from "../model/account.js";
import type { Group } from "../model/group.js";
import type { AccountId } from "../model/ids.js";
import type { JiraClient } from "./create-client.js";
import { wireGroup } from "./group.js";
import { pageOf } from "./http/paginate.js";

/** An account as Jira writes it. */
export const wireAccount = z
  .object({
    accountId: z.string(),
    displayName: z.string().default(""),
    emailAddress: z.string().optional(),
    active: z.boolean().default(true),
    accountType: z.enum(["atlassian", "app", "customer"]).catch("atlassian"),
  })
  .transform(
    ({ accountId, displayName, emailAddress, active, accountType }): Account => ({
      id: accountId,
      displayName,
      active,
      type: accountType,
      ...(emailAddress === undefined || emailAddress === "" ? {} : { email: emailAddress }),
    }),
  );

/** How many accounts one request can name. */
export const accountsPerRequest = 200;

const wireGroups = z.object({
  groups: z.object({ items: z.array(wireGroup).default([]) }).default({ items: [] }),
});

/** The acting account and its groups. Needs `read:jira-user`. */
export async function getCurrentAccount(client: JiraClient): Promise<ActingAccount> {
  const answer = wireAccount.and(wireGroups);
  const { groups, ...account } = await client.call("getCurrentUser", { query: { expand: "groups" } }, answer);
  return { ...account, groups: groups.items.map(({ name }) => name) };
}

/** An account with every group that it is in, nested ones too. */
export interface AccountInGroups {
  readonly account: Account;
  readonly groups: readonly Group[];
}

/**
 * An account and its groups; undefined where there is none of that id. Needs USER_PICKER and `read:jira-user`.
 */
export async function getAccountInGroups(client: JiraClient, id: AccountId): Promise<AccountInGroups | undefined> {
  const query = { accountId: id, expand: "groups" };
  try {
    const { groups, ...account } = await client.call("getUser", { query }, wireAccount.and(wireGroups));
    return { account, groups: groups.items };
  } catch (error) {
    if (error instanceof JiraError && error.kind === "not-found") return undefined;
    throw error;
  }
}

const listedPerRequest = 1000;

/** Every account that the site knows, deactivated ones too. Needs USER_PICKER and `read:jira-user`. */
export async function listAccounts(client: JiraClient): Promise<readonly Account[]> {
  const all: Account[] = [];
  for (let isDone = false; !isDone; ) {
    const { accounts, isLast } = await listAccountPage(client, all.length);
    all.push(...accounts);
    isDone = isLast;
  }
  return all;
}

/** A thousand of the accounts that the site knows, in its own order. Needs USER_PICKER and `read:jira-user`. */
export async function listAccountPage(
  client: JiraClient,
  startAt: number,
): Promise<{ readonly accounts: readonly Account[]; readonly isLast: boolean }> {
  const query = { startAt, maxResults: listedPerRequest };
  const accounts = await client.call("getAllUsers", { query }, z.array(wireAccount));
  return { accounts, isLast: accounts.length < listedPerRequest };
}

/** The accounts whose e-mail or name begins with a text. Needs USER_PICKER. */
export function findAccounts(client: JiraClient, query: string): Promise<readonly Account[]> {
  return client.call("findUsers", { query: { query } }, z.array(wireAccount));
}

/** The accounts that some ids stand for, at most `accountsPerRequest`; unknown ids are left out. */
export async function getAccounts(client: JiraClient, ids: readonly AccountId[]): Promise<readonly Account[]> {
  const query = { accountId: ids, maxResults: accountsPerRequest };
  return (await client.call("bulkGetUsers", { query }, pageOf(wireAccount))).values;
}

/** What an account is invited with. */
export interface Invitation {
  readonly email: string;
  /** The products it is given access to, by Jira's keys; none for an account without a licence. */
  readonly products: readonly string[];
}

/**
 * Makes an account of an e-mail known to the site; one that can use Jira already is answered as it is. Needs ADMINISTER,
 * administration of the organisation, and `manage:jira-configuration`.
 */
export function createAccount(client: JiraClient, { email, products }: Invitation): Promise<Account> {
  return client.call("createUser", { body: { emailAddress: email, products } }, wireAccount);
}

/** Takes an account off the site; the Atlassian account stays. Needs site administration. */
export function deleteAccount(client: JiraClient, id: AccountId): Promise<void> {
  return client.call("removeUser", { query: { accountId: id } }, z.void());
}
