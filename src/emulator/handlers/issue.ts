import { z } from "zod";
import { toIssue } from "../answers/issue.js";
import { readList } from "../answers/page.js";
import { issueTypes } from "../answers/project.js";
import { refuse, refuseFields } from "../refusal.js";
import { type Call, type Route, route, routeWithBody } from "../route.js";
import { isProject } from "../rules/change-project.js";
import { toJiraTime } from "../rules/clock.js";
import { findCaller, findIssue } from "../rules/find.js";
import { firstStatusName } from "../rules/issues/workflow.js";
import { isAllowed } from "../rules/permissions/decide-permission.js";
import type { SiteIssue } from "../state/issue-state.js";
import { type SiteProject, takeId } from "../state/state.js";

const reference = z.object({ id: z.string().optional(), key: z.string().optional(), name: z.string().optional() });

const document = z.looseObject({ type: z.literal("doc"), version: z.literal(1) }).nullish();

const content = { summary: z.string().trim().min(1).max(255), description: document };

const newIssue = z.object({
  fields: z.strictObject({ ...content, project: reference, issuetype: reference }),
});

const editedIssue = z.object({ fields: z.strictObject(content).partial() });

/** The operations on issues themselves. */
export const issueRoutes: readonly Route[] = [
  routeWithBody(newIssue, {
    operation: "createIssue",
    method: "POST",
    path: "/issue",
    answer: (call) => {
      const { site, url, body } = call;
      const project = findTarget(call);
      const type = issueTypes.find(({ id, name }) => matches(body.fields.issuetype, { id, name }));
      if (!type) throw refuseFields(400, { issuetype: "There is no such issue type in the project." });
      const { summary, description } = body.fields;
      const now = toJiraTime();
      const issue: SiteIssue = {
        id: String(takeId(site, "issue")),
        key: nextKey(project),
        project: project.id,
        type: type.name,
        summary,
        ...(description ? { description } : {}),
        status: firstStatusName,
        reporter: findCaller(call).id,
        created: now,
        updated: now,
        fields: {},
        comments: [],
        worklogs: [],
        attachments: [],
        watchers: [],
      };
      site.issues.push(issue);
      const { id, key } = issue;
      return { status: 201, body: { id, key, self: `${url}/rest/api/3/issue/${id}` } };
    },
  }),
  route({
    operation: "getIssue",
    method: "GET",
    path: "/issue/:issueIdOrKey",
    anonymous: true,
    answer: (call) => {
      const place = findIssue(call, call.param("issueIdOrKey"));
      return { status: 200, body: toIssue(call, place, readList(call.query, "fields")) };
    },
  }),
  routeWithBody(editedIssue, {
    operation: "editIssue",
    method: "PUT",
    path: "/issue/:issueIdOrKey",
    anonymous: true,
    answer: (call) => {
      const place = findIssue(call, call.param("issueIdOrKey"));
      if (!isAllowed(call.site, call.subject, "EDIT_ISSUES", place)) {
        throw refuse(400, "You do not have permission to edit this issue.");
      }
      const { summary, description } = call.body.fields;
      if (summary !== undefined) place.issue.summary = summary;
      if (description === null) delete place.issue.description;
      else if (description !== undefined) place.issue.description = description;
      place.issue.updated = toJiraTime();
      return { status: 204 };
    },
  }),
  route({
    operation: "deleteIssue",
    method: "DELETE",
    path: "/issue/:issueIdOrKey",
    anonymous: true,
    answer: (call) => {
      const place = findIssue(call, call.param("issueIdOrKey"));
      if (!isAllowed(call.site, call.subject, "DELETE_ISSUES", place)) {
        throw refuse(403, "You do not have permission to delete this issue.");
      }
      const { id } = place.issue;
      call.site.issues = call.site.issues.filter((issue) => issue !== place.issue);
      call.site.links = call.site.links.filter(({ inward, outward }) => inward !== id && outward !== id);
      return { status: 204 };
    },
  }),
];

function findTarget({ site, subject, body }: Call<z.output<typeof newIssue>>): SiteProject {
  const { id, key } = body.fields.project;
  const wanted = id ?? key ?? "";
  const project = site.projects.find((one) => one.status === "live" && isProject(one, wanted));
  if (!project || !isAllowed(site, subject, "BROWSE_PROJECTS", { project })) {
    throw refuseFields(400, { project: "There is no such project that you can see." });
  }
  if (isAllowed(site, subject, "CREATE_ISSUES", { project })) return project;
  throw refuseFields(400, { project: "You do not have permission to create issues in this project." });
}

function matches(wanted: z.output<typeof reference>, thing: z.output<typeof reference>): boolean {
  if (wanted.id !== undefined) return wanted.id === thing.id;
  return wanted.name !== undefined && wanted.name === thing.name;
}

function nextKey(project: SiteProject): string {
  project.lastIssue += 1;
  return `${project.key}-${project.lastIssue}`;
}
