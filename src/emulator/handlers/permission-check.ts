import { z } from "zod";
import { refuse, refuseFields } from "../refusal.js";
import { type Call, type Route, routeWithBody } from "../route.js";
import { describeSubject, hasGlobalPermission, type Subject } from "../rules/callers/subject.js";
import { isAllowed } from "../rules/permissions/decide-permission.js";
import { isKnownPermission, type KnownPermission } from "../rules/permissions/known-permissions.js";
import type { Site } from "../state/state.js";

const mostIds = 1000;

const ids = z.array(z.int()).nullish();
const keys = z.array(z.string());

const question = z.object({
  accountId: z.string().nullish(),
  globalPermissions: keys.nullish(),
  projectPermissions: z.array(z.object({ permissions: keys, projects: ids, issues: ids })).nullish(),
});

type Question = z.output<typeof question>;

/** The operation that says which permissions an account has, in which projects and on which issues. */
export const permissionCheckRoutes: readonly Route[] = [
  routeWithBody(question, {
    operation: "getBulkPermissions",
    method: "POST",
    path: "/permissions/check",
    anonymous: true,
    answer: (call) => {
      const { site, body } = call;
      const globals = body.globalPermissions ?? [];
      const parts = readParts(body);
      refuseUnknown(site, "GLOBAL", globals);
      refuseUnknown(
        site,
        "PROJECT",
        parts.flatMap((part) => part.permissions),
      );
      const subject = findSubject(call);
      const globalPermissions = [...new Set(globals)].filter((key) => hasGlobalPermission(site, subject, key));
      return { status: 200, body: { globalPermissions, projectPermissions: answerParts(site, subject, parts) } };
    },
  }),
];

interface Part {
  readonly permissions: readonly string[];
  readonly projects: readonly number[];
  readonly issues: readonly number[];
}

function readParts({ projectPermissions }: Question): Part[] {
  const parts = (projectPermissions ?? []).map(({ permissions, projects, issues }) => ({
    permissions: permissions.filter((key) => key !== ""),
    projects: projects ?? [],
    issues: issues ?? [],
  }));
  if (parts.some(({ permissions }) => permissions.length === 0)) {
    throw refuse(400, "projectPermissions needs at least one permission.");
  }
  for (const kind of ["projects", "issues"] as const) {
    const asked = new Set(parts.flatMap((part) => part[kind]));
    if (asked.size > mostIds) throw refuse(400, `At most ${mostIds} ${kind} can be checked at once.`);
  }
  return parts;
}

function refuseUnknown(site: Site, type: KnownPermission["type"], asked: readonly string[]): void {
  const unknown = asked.filter((key) => !isKnownPermission(site, key, type));
  if (unknown.length === 0) return;
  throw refuseFields(400, Object.fromEntries(unknown.map((key) => [key, "Unrecognized permission"])));
}

function findSubject({ site, subject, body: { accountId } }: Call<Question>): Subject {
  if (!accountId || accountId === subject.account?.id) return subject;
  if (!hasGlobalPermission(site, subject, "ADMINISTER")) {
    throw refuse(403, "Only Jira administrators can perform this operation.");
  }
  const account = site.accounts.find(({ id }) => id === accountId);
  if (account) return describeSubject(site, account);
  throw refuse(400, `There is no user with the account id '${accountId}'.`);
}

function answerParts(site: Site, subject: Subject, parts: readonly Part[]) {
  const projects = new Map(site.projects.map((project) => [project.id, project]));
  const issues = new Map(site.issues.map((issue) => [issue.id, issue]));
  const answers = new Map<string, { readonly projects: Set<number>; readonly issues: Set<number> }>();
  for (const part of parts) {
    for (const key of part.permissions) {
      const answer = answers.get(key) ?? { projects: new Set(), issues: new Set() };
      answers.set(key, answer);
      for (const id of part.projects) {
        const project = projects.get(String(id));
        if (project && isAllowed(site, subject, key, { project })) answer.projects.add(id);
      }
      for (const id of part.issues) {
        const issue = issues.get(String(id));
        const project = issue && projects.get(issue.project);
        if (project && isAllowed(site, subject, key, { project, issue })) answer.issues.add(id);
      }
    }
  }
  return [...answers].map(([permission, { projects, issues }]) => ({
    permission,
    projects: [...projects],
    issues: [...issues],
  }));
}
