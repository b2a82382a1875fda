import { Hono } from "hono";
import { answerRequest, toRefusalResponse, toResponse } from "./answer-request.js";
import { accountRoutes } from "./handlers/account.js";
import { accountChangeRoutes } from "./handlers/account-changes.js";
import { applicationRoleRoutes } from "./handlers/application-role.js";
import { attachmentRoutes } from "./handlers/attachment.js";
import { auditRoutes } from "./handlers/audit.js";
import { commentRoutes } from "./handlers/comment.js";
import { defaultRoleActorsRoutes } from "./handlers/default-role-actors.js";
import { groupRoutes } from "./handlers/group.js";
import { issueRoutes } from "./handlers/issue.js";
import { issueLinkRoutes } from "./handlers/issue-link.js";
import { issueSecurityRoutes } from "./handlers/issue-security.js";
import { issueSecuritySearchRoutes } from "./handlers/issue-security-search.js";
import { licenseRoutes } from "./handlers/license.js";
import { permissionRoutes } from "./handlers/permission.js";
import { permissionCheckRoutes } from "./handlers/permission-check.js";
import { permissionGrantRoutes } from "./handlers/permission-grant.js";
import { permissionSchemeRoutes } from "./handlers/permission-scheme.js";
import { projectRoutes } from "./handlers/project.js";
import { projectChangeRoutes } from "./handlers/project-changes.js";
import { projectPermissionSchemeRoutes } from "./handlers/project-permission-scheme.js";
import { projectRoleRoutes } from "./handlers/project-role.js";
import { projectRoleActorsRoutes } from "./handlers/project-role-actors.js";
import { searchRoutes } from "./handlers/search.js";
import { serverInfoRoutes } from "./handlers/server-info.js";
import { transitionRoutes } from "./handlers/transition.js";
import { userPermissionSearchRoutes } from "./handlers/user-permission-search.js";
import { watcherRoutes } from "./handlers/watcher.js";
import { worklogRoutes } from "./handlers/worklog.js";
import { issueToken } from "./issue-token.js";
import { serveOrganisation } from "./organisation/serve-organisation.js";
import { readForm } from "./read-body.js";
import { Refusal, refuse } from "./refusal.js";
import type { Route } from "./route.js";
import type { World } from "./state/world.js";

/** Every operation that the emulator serves. */
export const routes: readonly Route[] = [
  ...serverInfoRoutes,
  ...licenseRoutes,
  ...accountRoutes,
  ...accountChangeRoutes,
  ...applicationRoleRoutes,
  ...userPermissionSearchRoutes,
  ...groupRoutes,
  ...permissionRoutes,
  ...permissionCheckRoutes,
  ...permissionSchemeRoutes,
  ...permissionGrantRoutes,
  ...projectRoleRoutes,
  ...defaultRoleActorsRoutes,
  ...projectRoutes,
  ...projectChangeRoutes,
  ...projectPermissionSchemeRoutes,
  ...projectRoleActorsRoutes,
  ...issueRoutes,
  ...searchRoutes,
  ...commentRoutes,
  ...transitionRoutes,
  ...worklogRoutes,
  ...attachmentRoutes,
  ...watcherRoutes,
  ...issueLinkRoutes,
  ...issueSecuritySearchRoutes,
  ...issueSecurityRoutes,
  ...auditRoutes,
];

/** The site's API, below `/rest/api/3` and below the gateway's path to the site, and its organisation's. */
export function serveRoutes(world: World): Hono {
  const app = new Hono();
  const gateway = `/ex/jira/${world.site.cloudId}`;
  for (const [door, prefix] of [
    ["site", ""],
    ["gateway", gateway],
  ] as const) {
    for (const route of routes) {
      app.on(route.method, `${prefix}/rest/api/3${route.path}`, (context) =>
        answerRequest(world, route, { context, door, prefix }),
      );
    }
  }
  app.route("/", serveOrganisation(world));
  app.post("/oauth/token", async ({ req }) => toResponse(issueToken(world.site, await readForm(req.raw))));
  app.get("/_edge/tenant_info", (context) => context.json({ cloudId: world.site.cloudId }));
  app.notFound(({ req }) => toRefusalResponse(refuse(404, `The emulator does not serve ${req.method} ${req.path}.`)));
  app.onError((error) => toRefusalResponse(toRefusal(error)));
  return app;
}

function toRefusal(error: Error): Refusal {
  return error instanceof Refusal ? error : refuse(500, `The emulator failed: ${error.message}`);
}
