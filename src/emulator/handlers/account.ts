import { toAccount, toDetailedAccount, toGroup } from "../answers/account.js";
import { readList, readRepeated, slice, toPage } from "../answers/page.js";
import { refuse } from "../refusal.js";
import { type Call, type Route, route } from "../route.js";
import { hasGlobalPermission } from "../rules/callers/subject.js";
import { findAccount, findCaller } from "../rules/find.js";
import { readSearch } from "../rules/people/search-accounts.js";
import type { SiteAccount } from "../state/state.js";

/** The operations that read accounts. */
export const accountRoutes: readonly Route[] = [
  route({
    operation: "getCurrentUser",
    method: "GET",
    path: "/myself",
    answer: (call) => ({
      status: 200,
      body: toDetailedAccount(call, findCaller(call), readList(call.query, "expand")),
    }),
  }),
  route({
    operation: "findUsers",
    method: "GET",
    path: "/user/search",
    anonymous: true,
    answer: (call) => {
      const { site, subject, query } = call;
      const wanted = readSearch(query);
      const found = hasGlobalPermission(site, subject, "USER_PICKER")
        ? site.accounts.filter((account) => account.active && wanted(account))
        : [];
      return answerList(call, found.slice(0, 1000));
    },
  }),
  route({
    operation: "bulkGetUsers",
    method: "GET",
    path: "/user/bulk",
    answer: (call) => {
      const ids = readRepeated(call.query, "accountId");
      if (ids.length === 0) throw refuse(400, "accountId is needed.");
      const found = call.site.accounts.filter((account) => ids.includes(account.id));
      const describe = (account: SiteAccount) => toAccount(call, account);
      return { status: 200, body: toPage(call, "/user/bulk", found, { usual: 10, most: 200 }, describe) };
    },
  }),
  route({
    operation: "getUserGroups",
    method: "GET",
    path: "/user/groups",
    needs: ["USER_PICKER"],
    answer: (call) => {
      const { id } = findAccount(call, call.query.get("accountId"));
      const groups = call.site.groups.filter((group) => group.members.includes(id));
      return { status: 200, body: groups.map((group) => toGroup(call.url, group)) };
    },
  }),
  route({
    operation: "getUser",
    method: "GET",
    path: "/user",
    needs: ["USER_PICKER"],
    answer: (call) => {
      const account = findAccount(call, call.query.get("accountId"));
      return { status: 200, body: toDetailedAccount(call, account, readList(call.query, "expand")) };
    },
  }),
  route({
    operation: "getAllUsers",
    method: "GET",
    path: "/users/search",
    needs: ["USER_PICKER"],
    answer: (call) => answerList(call, call.site.accounts),
  }),
];

function answerList(call: Call, accounts: readonly SiteAccount[]) {
  const { items } = slice(call.query, accounts, { usual: 50, most: 1000 });
  return { status: 200, body: items.map((account) => toAccount(call, account)) };
}
