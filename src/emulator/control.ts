import { Hono } from "hono";
import { z } from "zod";
import { localOnly } from "../loopback/local-only.js";
import { faultList } from "./faults.js";
import { readJson } from "./read-body.js";
import { Refusal } from "./refusal.js";
import { findGroup } from "./rules/find.js";
import { installApp } from "./rules/people/app-access.js";
import { checkGroupName } from "./rules/people/group-names.js";
import type { Site } from "./state/state.js";
import type { World } from "./state/world.js";

const groupRenaming = z.object({ groupId: z.string(), name: z.string() });

const newApp = z.object({ key: z.string().min(1), name: z.string().min(1) });
const limitSwitch = z.object({ enforced: z.boolean() });

/** The server through which tests look at the site and order faults; only below the secret path. */
export function serveControl(world: World, secret: string, port: () => number): Hono {
  const app = new Hono();
  app.use(localOnly(port));
  app.onError((error) =>
    Response.json({ errors: [error.message] }, { status: error instanceof Refusal ? error.status : 500 }),
  );
  const control = app.basePath(`/${secret}`);
  control.post("/reset", (context) => {
    world.reset();
    return context.body(null, 204);
  });
  control.get("/requests", (context) => context.json(world.log.list()));
  control.delete("/requests", (context) => {
    world.log.clear();
    return context.body(null, 204);
  });
  control.get("/state", (context) => context.json(withoutSecrets(world.site)));
  control.post("/rename-group", async (context) => {
    const sent = groupRenaming.safeParse(await readJson(context.req.raw));
    if (!sent.success) return context.json({ errors: sent.error.issues }, 400);
    const group = findGroup({ site: world.site, query: new URLSearchParams({ groupId: sent.data.groupId }) });
    group.name = checkGroupName(world.site, sent.data.name, group);
    return context.body(null, 204);
  });
  control.post("/expire-tokens", (context) => {
    for (const token of world.site.tokens) if (token.kind === "access") token.expires = 0;
    return context.body(null, 204);
  });
  control.post("/install-app", async (context) => {
    const sent = newApp.safeParse(await readJson(context.req.raw));
    if (!sent.success) return context.json({ errors: sent.error.issues }, 400);
    installApp(world.site, sent.data);
    return context.body(null, 204);
  });
  control.post("/limits", async (context) => {
    const sent = limitSwitch.safeParse(await readJson(context.req.raw));
    if (!sent.success) return context.json({ errors: sent.error.issues }, 400);
    world.site.limits = sent.data.enforced;
    world.limits.clear();
    return context.body(null, 204);
  });
  control.post("/faults", async (context) => {
    const list = faultList.safeParse(await readJson(context.req.raw));
    if (!list.success) return context.json({ errors: list.error.issues }, 400);
    world.faults.add(list.data);
    return context.body(null, 204);
  });
  control.delete("/faults", (context) => {
    world.faults.clear();
    return context.body(null, 204);
  });
  return app;
}

function withoutSecrets({ tokens, oauthClients, organisation, ...site }: Site): unknown {
  return {
    ...site,
    organisation: { ...organisation, apiKeys: organisation.apiKeys.map(withoutSecret) },
    tokens: tokens.map(withoutSecret),
    oauthClients: oauthClients.map(withoutSecret),
  };
}

function withoutSecret<Secretive extends { secret: string }>({ secret: _, ...rest }: Secretive): unknown {
  return rest;
}
