import { refuse } from "../../refusal.js";
import type { SiteAccount } from "../../state/state.js";

/**
 * Whether an account fits a query's `query` (the beginning of an e-mail or of a word of the name) or its `accountId`.
 * @throws Refusal with 400 when it has both or neither.
 */
export function readSearch(query: URLSearchParams): (account: SiteAccount) => boolean {
  const [text, id] = [query.get("query"), query.get("accountId")];
  if (text !== null && id !== null) throw refuse(400, "query and accountId cannot be used together.");
  if (id !== null) return (account) => account.id === id;
  if (text === null) throw refuse(400, "query or accountId is needed.");
  const start = text.toLowerCase();
  return ({ email, emailVisible, displayName }) =>
    (emailVisible && email.toLowerCase().startsWith(start)) || ` ${displayName.toLowerCase()}`.includes(` ${start}`);
}
