import { z } from "zod";
import { slice } from "../answers/page.js";
import { toWorklog } from "../answers/worklog.js";
import { refuse } from "../refusal.js";
import { type Call, type Route, route, routeWithBody } from "../route.js";
import { toJiraTime } from "../rules/clock.js";
import { isAllowed } from "../rules/decide-permission.js";
import { findCaller, findIssue, type IssuePlace } from "../rules/find.js";
import { mayChange } from "../rules/own-or-all.js";
import type { SiteWorklog } from "../state/issue-state.js";
import { takeId } from "../state/state.js";

const path = "/issue/:issueIdOrKey/worklog";

const sentWorklog = z.object({
  timeSpentSeconds: z.int().positive(),
  started: z.string().exactOptional(),
  comment: z.looseObject({ type: z.literal("doc"), version: z.literal(1) }).exactOptional(),
});

/** The operations on the time that people log on an issue. */
export const worklogRoutes: readonly Route[] = [
  route({
    operation: "getIssueWorklog",
    method: "GET",
    path,
    anonymous: true,
    answer: (call) => {
      const { issue } = findIssue(call, call.param("issueIdOrKey"));
      const { startAt, maxResults, items } = slice(call.query, issue.worklogs, { usual: 5000, most: 5000 });
      const worklogs = items.map((worklog) => toWorklog(view(call), issue, worklog));
      return { status: 200, body: { startAt, maxResults, total: issue.worklogs.length, worklogs } };
    },
  }),
  routeWithBody(sentWorklog, {
    operation: "addWorklog",
    method: "POST",
    path,
    anonymous: true,
    answer: (call) => {
      const { site, subject, body } = call;
      const place = findIssue(call, call.param("issueIdOrKey"));
      if (!isAllowed(site, subject, "WORK_ON_ISSUES", place)) {
        throw refuse(400, "You do not have permission to log work on this issue.");
      }
      const [author, now] = [findCaller(call).id, toJiraTime()];
      const id = String(takeId(site, "worklog"));
      const written = { author, updateAuthor: author, created: now, updated: now, started: now };
      const worklog: SiteWorklog = { id, ...written, ...body };
      place.issue.worklogs.push(worklog);
      return { status: 201, body: toWorklog(view(call), place.issue, worklog) };
    },
  }),
  route({
    operation: "getWorklog",
    method: "GET",
    path: `${path}/:id`,
    anonymous: true,
    answer: (call) => {
      const place = findIssue(call, call.param("issueIdOrKey"));
      return { status: 200, body: toWorklog(view(call), place.issue, findWorklog(call, place)) };
    },
  }),
  routeWithBody(sentWorklog.partial(), {
    operation: "updateWorklog",
    method: "PUT",
    path: `${path}/:id`,
    anonymous: true,
    answer: (call) => {
      const place = findIssue(call, call.param("issueIdOrKey"));
      const worklog = findWorklog(call, place);
      requireRight(call, place, worklog, "EDIT");
      const updateAuthor = call.subject.account?.id ?? worklog.updateAuthor;
      Object.assign(worklog, call.body, { updateAuthor, updated: toJiraTime() });
      return { status: 200, body: toWorklog(view(call), place.issue, worklog) };
    },
  }),
  route({
    operation: "deleteWorklog",
    method: "DELETE",
    path: `${path}/:id`,
    anonymous: true,
    answer: (call) => {
      const place = findIssue(call, call.param("issueIdOrKey"));
      const worklog = findWorklog(call, place);
      requireRight(call, place, worklog, "DELETE");
      place.issue.worklogs = place.issue.worklogs.filter((other) => other !== worklog);
      return { status: 204 };
    },
  }),
];

function view({ site, url, subject }: Call<unknown>) {
  return { site, url, viewer: subject.account };
}

function findWorklog(call: Call<unknown>, { issue }: IssuePlace): SiteWorklog {
  const worklog = issue.worklogs.find(({ id }) => id === call.param("id"));
  if (worklog) return worklog;
  throw refuse(404, `Cannot find worklog with id: '${call.param("id")}'.`);
}

function requireRight(call: Call<unknown>, place: IssuePlace, worklog: SiteWorklog, verb: "EDIT" | "DELETE"): void {
  if (mayChange(call, place, { verb, parts: "WORKLOGS", author: worklog.author })) return;
  throw refuse(400, `You do not have permission to ${verb.toLowerCase()} the worklog with the id ${worklog.id}.`);
}
