import { expect, test } from "vitest";
import { accountId, startSite } from "../site.js";

const path = "/issue/PAY-1/watchers";

test("people watch by themselves, others by permission", async () => {
  const site = await startSite();
  const carla = await accountId(site, "carla");
  expect((await site.ask("bob", `POST ${path}`)).status).toBe(204);
  expect((await site.ask("bob", `POST ${path}`, carla)).status).toBe(403);
  expect((await site.ask("ann", `POST ${path}`, carla)).status).toBe(204);
  expect((await site.ask("bob", `GET ${path}`)).body).toMatchObject({
    isWatching: true,
    watchCount: 2,
    watchers: [{ displayName: "Bob" }, { displayName: "Carla" }],
  });
  expect((await site.ask("bob", `DELETE ${path}?accountId=${carla}`)).status).toBe(403);
  expect((await site.ask("carla", `DELETE ${path}?accountId=${carla}`)).status).toBe(204);
  expect((await site.ask("ann", `POST ${path}`, "5f")).status).toBe(404);
  expect((await site.ask("ann", `DELETE ${path}`)).status).toBe(400);
  expect((await site.ask("ann", `GET ${path}`)).body).toMatchObject({ isWatching: false, watchCount: 1 });
});

test("who may not see watchers sees their number, and oneself", async () => {
  const site = await startSite();
  const holder = { type: "user", parameter: await accountId(site, "triage") };
  await site.ask("admin", "POST /permissionscheme/0/permission", { permission: "BROWSE_PROJECTS", holder });
  await site.ask("bob", `POST ${path}`);
  expect((await site.ask("triage", `GET ${path}`)).body).toMatchObject({ watchCount: 1, watchers: [] });
  await site.ask("triage", `POST ${path}`);
  expect((await site.ask("triage", `GET ${path}`)).body).toMatchObject({
    isWatching: true,
    watchCount: 2,
    watchers: [{ displayName: "Triage" }],
  });
});
