import type { Context } from "hono";
import { Hono } from "hono";
import { accountRoutes } from "./handlers/account.js";
import { accountChangeRoutes } from "./handlers/account-changes.js";
import { commentRoutes } from "./handlers/comment.js";
import { defaultRoleActorsRoutes } from "./handlers/default-role-actors.js";
import { groupRoutes } from "./handlers/group.js";
import { issueRoutes } from "./handlers/issue.js";
import { permissionRoutes } from "./handlers/permission.js";
import { permissionCheckRoutes } from "./handlers/permission-check.js";
import { permissionGrantRoutes } from "./handlers/permission-grant.js";
import { permissionSchemeRoutes } from "./handlers/permission-scheme.js";
import { projectRoutes } from "./handlers/project.js";
import { projectChangeRoutes } from "./handlers/project-changes.js";
import { projectPermissionSchemeRoutes } from "./handlers/project-permission-scheme.js";
import { projectRoleRoutes } from "./handlers/project-role.js";
import { roleActorsRoutes } from "./handlers/role-actors.js";
import { serverInfoRoutes } from "./handlers/server-info.js";
import { transitionRoutes } from "./handlers/transition.js";
import { issueToken } from "./issue-token.js";
import { readForm, readJson } from "./read-json.js";
import { Refusal, refuse } from "./refusal.js";
import { type Answer, answerCall, type Route } from "./route.js";
import { authenticate, type Door } from "./rules/authenticate.js";
import { checkScopes } from "./rules/check-scopes.js";
import { anonymousSubject, describeSubject } from "./rules/subject.js";
import type { World } from "./world.js";

/** Every operation that the emulator serves. */
export const routes: readonly Route[] = [
  ...serverInfoRoutes,
  ...accountRoutes,
  ...accountChangeRoutes,
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
  ...roleActorsRoutes,
  ...issueRoutes,
  ...commentRoutes,
  ...transitionRoutes,
];

/** The site's API, below `/rest/api/3` and below the gateway's path to the site. */
export function serveRoutes(world: World): Hono {
  const app = new Hono();
  const gateway = `/ex/jira/${world.site.cloudId}`;
  for (const [door, prefix] of [
    ["site", ""],
    ["gateway", gateway],
  ] as const) {
    for (const route of routes) {
      app.on(route.method, `${prefix}/rest/api/3${route.path}`, async (context) =>
        respond(await answer(world, route, { context, door, prefix })),
      );
    }
  }
  app.post("/oauth/token", async ({ req }) => respond(issueToken(world.site, await readForm(req.raw))));
  app.get("/_edge/tenant_info", (context) => context.json({ cloudId: world.site.cloudId }));
  app.notFound(({ req }) => respondRefusal(refuse(404, `The emulator does not serve ${req.method} ${req.path}.`)));
  app.onError((error) => respondRefusal(toRefusal(error)));
  return app;
}

interface Arrival {
  readonly context: Context;
  readonly door: Door;
  readonly prefix: string;
}

async function answer(world: World, route: Route, { context, door, prefix }: Arrival): Promise<Answer> {
  const body = await readJson(context.req.raw);
  const { site } = world;
  const caller = authenticate(site, context.req.header("authorization"), door);
  if (caller?.scopes) checkScopes(route.operation, caller.scopes);
  const subject = caller ? describeSubject(site, caller.account) : anonymousSubject;
  const { origin, searchParams: query } = new URL(context.req.url);
  const param = (name: string) => context.req.param(name) ?? "";
  return answerCall(route, { site, subject, param, query, body, url: `${origin}${prefix}` });
}

function respond({ status, body }: Answer): Response {
  return body === undefined ? new Response(null, { status }) : Response.json(body, { status });
}

function respondRefusal({ status, body }: Refusal): Response {
  return typeof body === "string" ? new Response(body, { status }) : Response.json(body, { status });
}

function toRefusal(error: Error): Refusal {
  return error instanceof Refusal ? error : refuse(500, `The emulator failed: ${error.message}`);
}
