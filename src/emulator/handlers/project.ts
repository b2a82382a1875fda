import { readList, readRepeated, toPage } from "../answers/page.js";
import { toListedProject, toProject } from "../answers/project.js";
import { describeRole, toProjectRoleLink } from "../answers/project-role.js";
import { refuse } from "../refusal.js";
import { type Call, type Route, route } from "../route.js";
import { findProject } from "../rules/find.js";
import { listRoles } from "../rules/people/project-roles.js";
import { canAdministerProject, canViewProject } from "../rules/permissions/decide-permission.js";
import type { SiteProject } from "../state/state.js";

const pageSize = { usual: 50, most: 100 };

/** The operations that read projects and the roles in them. */
export const projectRoutes: readonly Route[] = [
  route({
    operation: "searchProjects",
    method: "GET",
    path: "/project/search",
    anonymous: true,
    answer: (call) => {
      const { site, subject, query } = call;
      const expand = readList(query, "expand");
      const found = site.projects.filter((one) => matches(one, query) && canViewProject(site, subject, one));
      found.sort((a, b) => a.key.localeCompare(b.key));
      const describe = (project: SiteProject) => toListedProject(call, project, expand);
      return { status: 200, body: toPage(call, "/project/search", found, pageSize, describe) };
    },
  }),
  route({
    operation: "getProject",
    method: "GET",
    path: "/project/:projectIdOrKey",
    anonymous: true,
    answer: (call) => ({ status: 200, body: toProject(call, findProject(call, call.param("projectIdOrKey"))) }),
  }),
  route({
    operation: "getProjectRoles",
    method: "GET",
    path: "/project/:projectIdOrKey/role",
    anonymous: true,
    answer: (call) => {
      const project = findAdministered(call);
      const links = listRoles(call.site, project).map(
        (role) => [role.name, toProjectRoleLink(call.url, project, role)] as const,
      );
      return { status: 200, body: Object.fromEntries(links) };
    },
  }),
  route({
    operation: "getProjectRoleDetails",
    method: "GET",
    path: "/project/:projectIdOrKey/roledetails",
    anonymous: true,
    answer: (call) => {
      const project = findAdministered(call);
      const details = listRoles(call.site, project).map((role) => ({
        self: toProjectRoleLink(call.url, project, role),
        ...describeRole(call, role),
        admin: role.name.startsWith("Administrator"),
        default: false,
        roleConfigurable: true,
        translatedName: role.name,
        type: "DEFAULT",
      }));
      return { status: 200, body: details };
    },
  }),
];

function findAdministered(call: Call): SiteProject {
  const project = findProject(call, call.param("projectIdOrKey"));
  if (canAdministerProject(call.site, call.subject, project)) return project;
  throw refuse(404, "You do not have administrative permission for this project.");
}

function matches(project: SiteProject, query: URLSearchParams): boolean {
  const ids = readRepeated(query, "id");
  const keys = readRepeated(query, "keys");
  if (ids.length > 50 || keys.length > 50) throw refuse(400, "At most 50 ids and 50 keys can be asked for at once.");
  const statuses = readList(query, "status");
  const text = (query.get("query") ?? "").toLowerCase();
  return (
    (statuses.length === 0 ? project.status === "live" : statuses.includes(project.status)) &&
    (ids.length === 0 || ids.includes(project.id)) &&
    (keys.length === 0 || keys.includes(project.key)) &&
    (project.key.toLowerCase().includes(text) || project.name.toLowerCase().includes(text))
  );
}
