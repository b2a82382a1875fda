import { z } from "zod";
import type { Viewing } from "../answers/account.js";
import { toComment } from "../answers/issue.js";
import { slice } from "../answers/page.js";
import { refuse, refuseFields } from "../refusal.js";
import { type Call, type Route, route, routeWithBody } from "../route.js";
import { toJiraTime } from "../rules/clock.js";
import { isAllowed } from "../rules/decide-permission.js";
import { findCaller, findIssue, type IssuePlace } from "../rules/find.js";
import { mayChange } from "../rules/own-or-all.js";
import type { SiteComment } from "../state/issue-state.js";
import { takeId } from "../state/state.js";

const path = "/issue/:issueIdOrKey/comment";

const sentComment = z.object({ body: z.looseObject({ type: z.literal("doc"), version: z.literal(1) }) });

/** The operations on the comments of an issue. */
export const commentRoutes: readonly Route[] = [
  route({
    operation: "getComments",
    method: "GET",
    path,
    anonymous: true,
    answer: (call) => {
      const { issue } = findIssue(call, call.param("issueIdOrKey"));
      const ordered = order(issue.comments, call.query.get("orderBy"));
      const { startAt, maxResults, items } = slice(call.query, ordered, { usual: 100, most: 5000 });
      const comments = items.map((comment) => toComment(view(call), issue, comment));
      return { status: 200, body: { startAt, maxResults, total: ordered.length, comments } };
    },
  }),
  routeWithBody(sentComment, {
    operation: "addComment",
    method: "POST",
    path,
    anonymous: true,
    answer: (call) => {
      const { site, subject, body } = call;
      const place = findIssue(call, call.param("issueIdOrKey"));
      if (!isAllowed(site, subject, "ADD_COMMENTS", place)) {
        throw refuse(400, "You do not have permission to comment on this issue.");
      }
      const [author, now] = [findCaller(call).id, toJiraTime()];
      const id = String(takeId(site, "comment"));
      const comment = { id, author, updateAuthor: author, body: body.body, created: now, updated: now };
      place.issue.comments.push(comment);
      return { status: 201, body: toComment(view(call), place.issue, comment) };
    },
  }),
  route({
    operation: "getComment",
    method: "GET",
    path: `${path}/:id`,
    anonymous: true,
    answer: (call) => {
      const place = findIssue(call, call.param("issueIdOrKey"));
      return { status: 200, body: toComment(view(call), place.issue, findComment(call, place)) };
    },
  }),
  routeWithBody(sentComment, {
    operation: "updateComment",
    method: "PUT",
    path: `${path}/:id`,
    anonymous: true,
    answer: (call) => {
      const place = findIssue(call, call.param("issueIdOrKey"));
      const comment = findComment(call, place);
      requireRight(call, place, comment, "EDIT");
      comment.body = call.body.body;
      comment.updateAuthor = call.subject.account?.id ?? comment.updateAuthor;
      comment.updated = toJiraTime();
      return { status: 200, body: toComment(view(call), place.issue, comment) };
    },
  }),
  route({
    operation: "deleteComment",
    method: "DELETE",
    path: `${path}/:id`,
    answer: (call) => {
      const place = findIssue(call, call.param("issueIdOrKey"));
      const comment = findComment(call, place);
      requireRight(call, place, comment, "DELETE");
      place.issue.comments = place.issue.comments.filter((other) => other !== comment);
      return { status: 204 };
    },
  }),
];

function view({ site, url, subject }: Call<unknown>): Viewing {
  return { site, url, viewer: subject.account };
}

function findComment(call: Call<unknown>, { issue }: IssuePlace): SiteComment {
  const comment = issue.comments.find(({ id }) => id === call.param("id"));
  if (comment) return comment;
  throw refuse(404, `The issue has no comment with the id ${call.param("id")}.`);
}

function requireRight(call: Call<unknown>, place: IssuePlace, comment: SiteComment, verb: "EDIT" | "DELETE"): void {
  if (mayChange(call, place, { verb, parts: "COMMENTS", author: comment.author })) return;
  throw refuse(400, `You do not have permission to ${verb.toLowerCase()} the comment with the id ${comment.id}.`);
}

function order(comments: readonly SiteComment[], orderBy: string | null): readonly SiteComment[] {
  switch (orderBy?.trim() ?? "created") {
    case "created":
    case "+created":
      return comments;
    case "-created":
      return comments.toReversed();
    default:
      throw refuseFields(400, { orderBy: "Comments can be ordered only by created." });
  }
}
