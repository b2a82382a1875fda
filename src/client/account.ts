import { z } from "zod";
import type { Account } from "../model/account.js";
import type { AccountId } from "../model/ids.js";
import type { JiraClient } from "./create-client.js";
import { pageOf } from "./paginate.js";

const wireAccount = z
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

/** The acting account. Needs `read:jira-user`. */
export function getCurrentAccount(client: JiraClient): Promise<Account> {
  return client.call("getCurrentUser", {}, wireAccount);
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
