import type { z } from "zod";
import type { OperationName } from "../../catalogue/operation-fact.js";
import type { AccountId } from "../../model/ids.js";
import type { Viewing } from "../answers/account.js";
import { slice } from "../answers/page.js";
import { refuse } from "../refusal.js";
import { type Call, type Route, route, routeWithBody } from "../route.js";
import { toJiraTime } from "../rules/clock.js";
import { findCaller, findIssue, type IssuePlace } from "../rules/find.js";
import { isAllowed } from "../rules/permissions/decide-permission.js";
import { mayChange } from "../rules/permissions/own-or-all.js";
import type { SiteIssue } from "../state/issue-state.js";
import { takeId } from "../state/state.js";

/** What people write on an issue and may later change, as its author or as somebody who may change all. */
export interface AuthoredPart {
  readonly id: string;
  readonly author: AccountId;
  updateAuthor: AccountId;
  readonly created: string;
  updated: string;
}

/** Who wrote a part and when, as the site notes it. */
type Stamp = Pick<AuthoredPart, "id" | "author" | "updateAuthor" | "created" | "updated">;

/** What sets one kind of such parts apart from the other. */
export interface PartKind<Part extends AuthoredPart, Sent, Change> {
  readonly noun: "comment" | "worklog";
  readonly list: "comments" | "worklogs";
  readonly operations: Readonly<Record<"list" | "add" | "get" | "update" | "remove", OperationName>>;
  /** How many a page has. */
  readonly usual: number;
  readonly permission: "ADD_COMMENTS" | "WORK_ON_ISSUES";
  /** What the permission lets people do, as the refusal says it. */
  readonly deed: string;
  /** Whether callers who are not logged in may delete. */
  readonly anonymousRemoval: boolean;
  readonly missing: (id: string) => string;
  readonly sent: z.ZodType<Sent>;
  readonly change: z.ZodType<Change>;
  readonly make: (stamp: Stamp, sent: Sent) => Part;
  readonly order?: (parts: readonly Part[], orderBy: string | null) => readonly Part[];
  readonly answer: (viewing: Viewing, issue: SiteIssue, part: Part) => unknown;
}

/** The operations on one kind of parts, which an issue keeps in the list that `partsOf` tells. */
export function authoredPartRoutes<Part extends AuthoredPart, Sent, Change extends object>(
  kind: PartKind<Part, Sent, Change>,
  partsOf: (issue: SiteIssue) => Part[],
): readonly Route[] {
  const { noun, list, operations, answer } = kind;
  const path = `/issue/:issueIdOrKey/${noun}`;
  const pathOfOne = `${path}/:id`;
  const shown = (call: Call<unknown>, issue: SiteIssue, part: Part) => answer(call, issue, part);

  const find = (call: Call<unknown>): { readonly place: IssuePlace; readonly part: Part } => {
    const place = findIssue(call, call.param("issueIdOrKey"));
    const part = partsOf(place.issue).find(({ id }) => id === call.param("id"));
    if (part) return { place, part };
    throw refuse(404, kind.missing(call.param("id")));
  };
  const findToChange = (call: Call<unknown>, verb: "EDIT" | "DELETE") => {
    const found = find(call);
    const parts = noun === "comment" ? "COMMENTS" : "WORKLOGS";
    if (mayChange(call, found.place, { verb, parts, author: found.part.author })) return found;
    const what = `${verb.toLowerCase()} the ${noun} with the id ${found.part.id}`;
    throw refuse(400, `You do not have permission to ${what}.`);
  };

  return [
    route({
      operation: operations.list,
      method: "GET",
      path,
      anonymous: true,
      answer: (call) => {
        const { issue } = findIssue(call, call.param("issueIdOrKey"));
        const ordered = kind.order?.(partsOf(issue), call.query.get("orderBy")) ?? partsOf(issue);
        const { startAt, maxResults, items } = slice(call.query, ordered, { usual: kind.usual, most: 5000 });
        const parts = items.map((part) => shown(call, issue, part));
        return { status: 200, body: { startAt, maxResults, total: ordered.length, [list]: parts } };
      },
    }),
    routeWithBody(kind.sent, {
      operation: operations.add,
      method: "POST",
      path,
      anonymous: true,
      answer: (call) => {
        const { site, subject, body } = call;
        const place = findIssue(call, call.param("issueIdOrKey"));
        if (!isAllowed(site, subject, kind.permission, place)) {
          throw refuse(400, `You do not have permission to ${kind.deed} this issue.`);
        }
        const [author, now] = [findCaller(call).id, toJiraTime()];
        const id = String(takeId(site, noun));
        const part = kind.make({ id, author, updateAuthor: author, created: now, updated: now }, body);
        partsOf(place.issue).push(part);
        return { status: 201, body: shown(call, place.issue, part) };
      },
    }),
    route({
      operation: operations.get,
      method: "GET",
      path: pathOfOne,
      anonymous: true,
      answer: (call) => {
        const { place, part } = find(call);
        return { status: 200, body: shown(call, place.issue, part) };
      },
    }),
    routeWithBody(kind.change, {
      operation: operations.update,
      method: "PUT",
      path: pathOfOne,
      anonymous: true,
      answer: (call) => {
        const { place, part } = findToChange(call, "EDIT");
        const updateAuthor = call.subject.account?.id ?? part.updateAuthor;
        Object.assign(part, call.body, { updateAuthor, updated: toJiraTime() });
        return { status: 200, body: shown(call, place.issue, part) };
      },
    }),
    route({
      operation: operations.remove,
      method: "DELETE",
      path: pathOfOne,
      anonymous: kind.anonymousRemoval,
      answer: (call) => {
        const { place, part } = findToChange(call, "DELETE");
        const parts = partsOf(place.issue);
        parts.splice(parts.indexOf(part), 1);
        return { status: 204 };
      },
    }),
  ];
}
