import { Hono } from "hono";
import { faultList } from "./faults.js";
import { localOnly } from "./local-only.js";
import { readJson } from "./read-json.js";
import { Refusal } from "./refusal.js";
import type { SiteAccount } from "./state.js";
import type { World } from "./world.js";

/** The server through which tests look at the site and order faults; only below the secret path. */
export function serveControl(world: World, secret: string, port: () => number): Hono {
  const app = new Hono();
  app.use(localOnly(port));
  app.onError((error, context) =>
    context.json({ errors: [error.message] }, error instanceof Refusal && error.status === 413 ? 413 : 500),
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
  control.get("/state", (context) => context.json({ ...world.site, accounts: world.site.accounts.map(withoutToken) }));
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

function withoutToken({ token: _, ...account }: SiteAccount): Omit<SiteAccount, "token"> {
  return account;
}
