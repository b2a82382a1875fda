import { z } from "zod";
import { toAccount } from "../answers/account.js";
import { refuse } from "../refusal.js";
import { type Call, type Route, route, routeWithBody } from "../route.js";
import { findAccount, findCaller, findIssue, type IssuePlace } from "../rules/find.js";
import { isAllowed } from "../rules/permissions/decide-permission.js";

const path = "/issue/:issueIdOrKey/watchers";

/** The operations on who watches an issue. */
export const watcherRoutes: readonly Route[] = [
  route({
    operation: "getIssueWatchers",
    method: "GET",
    path,
    anonymous: true,
    answer: (call) => {
      const { site, url, subject } = call;
      const place = findIssue(call, call.param("issueIdOrKey"));
      const { watchers, id } = place.issue;
      const own = subject.account?.id;
      const all = isAllowed(site, subject, "VIEW_VOTERS_AND_WATCHERS", place);
      const shown = site.accounts.filter((one) => watchers.includes(one.id) && (all || one.id === own));
      const body = {
        self: `${url}/rest/api/3/issue/${id}/watchers`,
        isWatching: own !== undefined && watchers.includes(own),
        watchCount: watchers.length,
        watchers: shown.map((account) => toAccount(call, account)),
      };
      return { status: 200, body };
    },
  }),
  routeWithBody(z.string().optional(), {
    operation: "addWatcher",
    method: "POST",
    path,
    answer: (call) => {
      const place = findIssue(call, call.param("issueIdOrKey"));
      const { id } = findAccount(call, call.body ?? findCaller(call).id);
      requireRight(call, place, id);
      if (!place.issue.watchers.includes(id)) place.issue.watchers.push(id);
      return { status: 204 };
    },
  }),
  route({
    operation: "removeWatcher",
    method: "DELETE",
    path,
    answer: (call) => {
      const place = findIssue(call, call.param("issueIdOrKey"));
      const { id } = findAccount(call, call.query.get("accountId"));
      requireRight(call, place, id);
      place.issue.watchers = place.issue.watchers.filter((watcher) => watcher !== id);
      return { status: 204 };
    },
  }),
];

function requireRight(call: Pick<Call, "site" | "subject">, place: IssuePlace, watcher: string): void {
  const { site, subject } = call;
  if (watcher === subject.account?.id || isAllowed(site, subject, "MANAGE_WATCHERS", place)) return;
  throw refuse(403, "You do not have permission to manage the watchers of this issue.");
}
