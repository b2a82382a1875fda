import { type Context, Hono } from "hono";
import { toResponse } from "../answer-request.js";
import { readBearer } from "../rules/callers/authenticate.js";
import { toIsoTime } from "../rules/clock.js";
import type { Site } from "../state/state.js";
import type { World } from "../state/world.js";
import { type OrganisationRoute, organisationRoutes } from "./organisation-routes.js";
import { refuseOrganisation } from "./refuse-organisation.js";

/** The organisation's API of credentials. */
export function serveOrganisation(world: World): Hono {
  const app = new Hono();
  for (const route of organisationRoutes) {
    app.on(route.method, route.path, (context) => toResponse(answer(world.site, route, context)));
  }
  return app;
}

function answer(site: Site, route: OrganisationRoute, { req }: Context) {
  checkKey(site, route, req.header("authorization"));
  const param = (name: string) => req.param(name) ?? "";
  if (req.param("orgId") !== undefined && param("orgId") !== site.organisation.id) {
    throw refuseOrganisation(404, "Not found");
  }
  return route.answer({ site, param, url: new URL(req.url) });
}

function checkKey({ organisation }: Site, { scope }: OrganisationRoute, header = ""): void {
  const key = organisation.apiKeys.find(({ secret }) => secret === readBearer(header));
  if (key === undefined || Date.now() >= (key.expires ?? Number.POSITIVE_INFINITY)) {
    throw refuseOrganisation(401, "Unauthorized");
  }
  if (key.scopes !== undefined && !key.scopes.includes(scope)) throw refuseOrganisation(403, "Forbidden");
  key.lastActive = toIsoTime();
}
