import type { Account } from "../model/account.js";
import { findAccounts, listAccountPage } from "./account.js";
import type { JiraClient } from "./create-client.js";

/** Finds the account of an e-mail; undefined where the site shows none. */
export type AccountSearch = (email: string) => Promise<Account | undefined>;

/** For so many e-mails that were asked for, one page of all accounts is read. */
const emailsPerPage = 3;

/**
 * A search of one site, which remembers whom it has seen. No operation takes several e-mails, so a few are searched for
 * one by one; the more are asked for, the more pages of all accounts are read first, and only who is on none of them is
 * searched for. Never are there more requests than a third above one for each e-mail. Needs USER_PICKER.
 */
export function createAccountSearch(client: JiraClient): AccountSearch {
  const known = new Map<string, Account>();
  let asked = 0;
  let pages = 0;
  let listed = 0;
  let isListed = false;
  let turn: Promise<void> = Promise.resolve();

  const readPages = async (email: string): Promise<void> => {
    while (!known.has(email) && !isListed && (pages + 1) * emailsPerPage <= asked) {
      const { accounts, isLast } = await listAccountPage(client, listed);
      pages += 1;
      listed += accounts.length;
      isListed = isLast;
      for (const account of accounts) if (account.email !== undefined) known.set(account.email.toLowerCase(), account);
    }
  };

  return async (email) => {
    const wanted = email.toLowerCase();
    asked += 1;
    const mine = turn.then(() => readPages(wanted));
    turn = mine.catch(() => undefined);
    await mine;
    const found = known.get(wanted);
    if (found !== undefined) return found;
    return (await findAccounts(client, email)).find((account) => account.email?.toLowerCase() === wanted);
  };
}
