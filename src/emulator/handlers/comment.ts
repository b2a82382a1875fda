import { z } from "zod";
import { toComment } from "../answers/issue.js";
import { refuseFields } from "../refusal.js";
import type { Route } from "../route.js";
import type { SiteComment } from "../state/issue-state.js";
import { authoredPartRoutes } from "./authored-part.js";

const sentComment = z.object({ body: z.looseObject({ type: z.literal("doc"), version: z.literal(1) }) });

/** The operations on the comments of an issue. */
export const commentRoutes: readonly Route[] = authoredPartRoutes(
  {
    noun: "comment",
    list: "comments",
    operations: {
      list: "getComments",
      add: "addComment",
      get: "getComment",
      update: "updateComment",
      remove: "deleteComment",
    },
    usual: 100,
    permission: "ADD_COMMENTS",
    deed: "comment on",
    anonymousRemoval: false,
    missing: (id) => `The issue has no comment with the id ${id}.`,
    sent: sentComment,
    change: sentComment,
    make: (stamp, { body }): SiteComment => ({ ...stamp, body }),
    order,
    answer: toComment,
  },
  ({ comments }) => comments,
);

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
