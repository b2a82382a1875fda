import { setTimeout as sleep } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { localOnly } from "../loopback/local-only.js";
import { misbehave } from "./misbehave.js";
import type { LoggedRequest } from "./request-log.js";
import { nameCaller } from "./rules/callers/authenticate.js";
import { serveRoutes } from "./serve-routes.js";
import type { Site } from "./state/state.js";
import type { World } from "./state/world.js";

/** Looks at the site as it is after a request. */
export type Watch = (site: Site, request: Pick<LoggedRequest, "method" | "path">) => void | Promise<void>;

/** How the site is served. */
export interface SiteOptions {
  /** The port that it listens on, once it does. */
  readonly port: () => number;
  /** How long every answer takes at least. */
  readonly latencyMs: number;
  /** Is called after each request that was heard, before its answer goes out. */
  readonly watch: Watch | undefined;
}

/** The site's server: local callers only, every request logged, faults and latency as ordered. */
export function serveSite(world: World, { port, latencyMs, watch }: SiteOptions): Hono<{ Bindings: HttpBindings }> {
  const api = serveRoutes(world);
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(localOnly(port));
  app.all("*", async (context) => {
    const { method, path } = context.req;
    const account = nameCaller(world.site, context.req.header("authorization"))?.email ?? null;
    const entry = world.log.add({ method, path, account });
    if (latencyMs > 0) await sleep(latencyMs);
    const proceed = async () => {
      const response = await api.fetch(context.req.raw);
      await watch?.(world.site, entry);
      return response;
    };
    const fault = world.faults.take(method, path);
    if (fault === undefined) {
      const response = await proceed();
      entry.status = response.status;
      return response;
    }
    const { status, response } = await misbehave(fault, context.env, proceed);
    entry.status = status;
    return response;
  });
  return app;
}
