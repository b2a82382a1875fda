import { expect, test } from "vitest";
import { accountId, startSite } from "../site.js";

const path = "/role/10002/actors";

const names = (body: { actors: { displayName: string }[] }) => body.actors.map((actor) => actor.displayName);

test("default members are added, listed with the role, and removed", async () => {
  const site = await startSite();
  const eve = await accountId(site, "eve");
  expect((await site.ask("admin", `POST ${path}`, { user: [eve] })).status).toBe(200);
  expect(names((await site.ask("admin", `POST ${path}`, { group: ["auditors"] })).body)).toEqual(["auditors", "Eve"]);
  expect(names((await site.ask("admin", `GET ${path}`)).body)).toEqual(["auditors", "Eve"]);
  expect(names((await site.ask("admin", "GET /role/10002")).body)).toEqual(["auditors", "Eve"]);
  expect(names((await site.ask("admin", `DELETE ${path}?user=${eve}`)).body)).toEqual(["auditors"]);
  expect(names((await site.ask("admin", `DELETE ${path}?group=auditors`)).body)).toEqual([]);
});

test("projects that are there already do not change", async () => {
  const site = await startSite();
  await site.ask("admin", `POST ${path}`, { group: ["auditors"] });
  expect(names((await site.ask("admin", "GET /project/PAY/role/10002")).body)).toEqual(["Admin", "Ann"]);
});

test("users and groups do not go together, members not twice, strangers not at all", async () => {
  const site = await startSite();
  const eve = await accountId(site, "eve");
  expect((await site.ask("admin", `POST ${path}`, { user: [eve], group: ["auditors"] })).status).toBe(400);
  expect((await site.ask("admin", `DELETE ${path}?user=${eve}&group=auditors`)).status).toBe(400);
  await site.ask("admin", `POST ${path}`, { user: [eve] });
  expect((await site.ask("admin", `POST ${path}`, { user: [eve] })).status).toBe(400);
  expect((await site.ask("admin", `POST ${path}`, { user: ["5f"] })).status).toBe(404);
  expect((await site.ask("admin", `DELETE ${path}?group=auditors`)).status).toBe(404);
  expect((await site.ask("ann", `GET ${path}`)).status).toBe(403);
});
