import { z } from "zod";
import { readSchemeExpand, toScheme } from "../answers/permission-scheme.js";
import { refuse } from "../refusal.js";
import { type Call, type Route, route, routeWithBody } from "../route.js";
import { findProject, findScheme } from "../rules/find.js";
import { canAdministerProject } from "../rules/permissions/decide-permission.js";
import type { SiteProject, SiteScheme } from "../state/state.js";
import { refuseOnFreePlan } from "./permission-scheme.js";

/** The operations on which permission scheme a project uses. */
export const projectPermissionSchemeRoutes: readonly Route[] = [
  route({
    operation: "getAssignedPermissionScheme",
    method: "GET",
    path: "/project/:projectKeyOrId/permissionscheme",
    answer: (call) => {
      const project = findProject(call, call.param("projectKeyOrId"));
      if (!canAdministerProject(call.site, call.subject, project)) {
        throw refuse(403, "You cannot edit the configuration of this project.");
      }
      return answerScheme(call, findAssigned(call, project));
    },
  }),
  routeWithBody(z.object({ id: z.number() }), {
    operation: "assignPermissionScheme",
    method: "PUT",
    path: "/project/:projectKeyOrId/permissionscheme",
    needs: ["ADMINISTER"],
    answer: (call) => {
      refuseOnFreePlan(call);
      const project = findProject(call, call.param("projectKeyOrId"));
      const scheme = findScheme(call, String(call.body.id));
      if (project.management === "team") {
        throw refuse(400, `The project ${project.key} is team-managed: it uses no permission scheme.`);
      }
      project.scheme = scheme.id;
      return answerScheme(call, scheme);
    },
  }),
];

function findAssigned(call: Pick<Call, "site" | "subject">, project: SiteProject): SiteScheme {
  if (project.scheme !== undefined) return findScheme(call, String(project.scheme));
  throw refuse(404, `The project ${project.key} is team-managed: it uses no permission scheme.`);
}

function answerScheme(call: Pick<Call, "site" | "url" | "query">, scheme: SiteScheme) {
  return { status: 200, body: toScheme(call, scheme, readSchemeExpand(call.query)) };
}
