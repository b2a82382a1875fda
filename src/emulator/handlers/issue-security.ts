import { toSecurityLevel, toSecurityScheme, toWholeSecurityScheme } from "../answers/issue-security.js";
import { refuse } from "../refusal.js";
import { type Call, type Route, route } from "../route.js";
import { hasGlobalPermission } from "../rules/callers/subject.js";
import { findProject } from "../rules/find.js";
import { canAdministerProject, isAllowed, isOnLevel } from "../rules/permissions/decide-permission.js";
import type { SecurityScheme, SiteProject } from "../state/state.js";

/** The operations that read issue security schemes and their levels. */
export const issueSecurityRoutes: readonly Route[] = [
  route({
    operation: "getIssueSecuritySchemes",
    method: "GET",
    path: "/issuesecurityschemes",
    needs: ["ADMINISTER"],
    answer: ({ site, url }) => ({
      status: 200,
      body: { issueSecuritySchemes: site.securitySchemes.map((scheme) => toSecurityScheme(url, scheme)) },
    }),
  }),
  route({
    operation: "getIssueSecurityScheme",
    method: "GET",
    path: "/issuesecurityschemes/:id",
    answer: ({ site, url, subject, param }) => {
      const scheme = site.securitySchemes.find(({ id }) => String(id) === param("id"));
      const users = site.projects.filter(({ securityScheme }) => securityScheme === scheme?.id);
      const mayRead =
        hasGlobalPermission(site, subject, "ADMINISTER") ||
        (scheme !== undefined && users.some((project) => canAdministerProject(site, subject, project)));
      if (!mayRead) throw refuse(403, "You do not administer a project that uses this issue security scheme.");
      if (scheme) return { status: 200, body: toWholeSecurityScheme(url, scheme) };
      throw refuse(404, `There is no issue security scheme with the id ${param("id")}.`);
    },
  }),
  route({
    operation: "getProjectIssueSecurityScheme",
    method: "GET",
    path: "/project/:projectKeyOrId/issuesecuritylevelscheme",
    answer: (call) => {
      const { site, url, subject } = call;
      const project = findProject(call, call.param("projectKeyOrId"));
      if (!canAdministerProject(site, subject, project)) {
        throw refuse(403, "You cannot edit the configuration of this project.");
      }
      const scheme = findScheme(call, project);
      if (scheme) return { status: 200, body: toWholeSecurityScheme(url, scheme) };
      throw refuse(404, `The project ${project.key} uses no issue security scheme.`);
    },
  }),
  route({
    operation: "getSecurityLevelsForProject",
    method: "GET",
    path: "/project/:projectKeyOrId/securitylevel",
    anonymous: true,
    answer: (call) => {
      const { site, url, subject } = call;
      const project = findProject(call, call.param("projectKeyOrId"));
      const mayChoose = isAllowed(site, subject, "SET_ISSUE_SECURITY", { project });
      const levels = mayChoose ? (findScheme(call, project)?.levels ?? []) : [];
      const shown = levels.filter((level) => isOnLevel(subject, level, { project, assumeIssue: true }));
      return { status: 200, body: { levels: shown.map((level) => toSecurityLevel(url, level)) } };
    },
  }),
];

function findScheme({ site }: Call, { securityScheme }: SiteProject): SecurityScheme | undefined {
  return site.securitySchemes.find(({ id }) => id === securityScheme);
}
