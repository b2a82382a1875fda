import { z } from "zod";
import { toWorklog } from "../answers/worklog.js";
import type { Route } from "../route.js";
import type { SiteWorklog } from "../state/issue-state.js";
import { authoredPartRoutes } from "./authored-part.js";

const sentWorklog = z.object({
  timeSpentSeconds: z.int().positive(),
  started: z.string().exactOptional(),
  comment: z.looseObject({ type: z.literal("doc"), version: z.literal(1) }).exactOptional(),
});

/** The operations on the time that people log on an issue. */
export const worklogRoutes: readonly Route[] = authoredPartRoutes(
  {
    noun: "worklog",
    list: "worklogs",
    operations: {
      list: "getIssueWorklog",
      add: "addWorklog",
      get: "getWorklog",
      update: "updateWorklog",
      remove: "deleteWorklog",
    },
    usual: 5000,
    permission: "WORK_ON_ISSUES",
    deed: "log work on",
    anonymousRemoval: true,
    missing: (id) => `Cannot find worklog with id: '${id}'.`,
    sent: sentWorklog,
    change: sentWorklog.partial(),
    make: (stamp, sent): SiteWorklog => ({ ...stamp, started: stamp.created, ...sent }),
    answer: toWorklog,
  },
  ({ worklogs }) => worklogs,
);
