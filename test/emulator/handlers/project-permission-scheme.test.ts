import { expect, test } from "vitest";
import { startSite } from "../site.js";

test("a project's scheme is read and changed", async () => {
  const site = await startSite();
  const before = await site.ask("ann", "GET /project/PAY/permissionscheme");
  expect(before).toMatchObject({ status: 200, body: { id: 0 } });
  expect(before.body).not.toHaveProperty("permissions");
  const changed = await site.ask("admin", "PUT /project/PAY/permissionscheme?expand=permissions", { id: 10000 });
  expect(changed).toMatchObject({ status: 200, body: { id: 10000, name: "Legacy open scheme" } });
  expect(changed.body.permissions).toHaveLength(7);
  expect((await site.ask("admin", "GET /project/10000/permissionscheme")).body.id).toBe(10000);
});

test("reading needs to administer the project: 403 where it is visible, 404 where it is not", async () => {
  const site = await startSite();
  const visible = await site.ask("bob", "GET /project/PAY/permissionscheme");
  expect(visible.status).toBe(403);
  expect(visible.body.errorMessages).toEqual(["You cannot edit the configuration of this project."]);
  expect((await site.ask("triage", "GET /project/PAY/permissionscheme")).status).toBe(404);
  expect((await site.ask(null, "GET /project/PAY/permissionscheme")).status).toBe(401);
});

test("changing needs to administer Jira", async () => {
  const site = await startSite();
  expect((await site.ask("ann", "PUT /project/PAY/permissionscheme", { id: 10000 })).status).toBe(403);
});

test("an unknown project or scheme is 404, a missing id 400", async () => {
  const site = await startSite();
  expect((await site.ask("admin", "PUT /project/NOPE/permissionscheme", { id: 0 })).status).toBe(404);
  expect((await site.ask("admin", "PUT /project/PAY/permissionscheme", { id: 5 })).status).toBe(404);
  expect((await site.ask("admin", "PUT /project/PAY/permissionscheme", {})).status).toBe(400);
});

test("a team-managed project has no scheme and takes none", async () => {
  const site = await startSite();
  expect((await site.ask("admin", "GET /project/IDEA/permissionscheme")).status).toBe(404);
  expect((await site.ask("admin", "PUT /project/IDEA/permissionscheme", { id: 0 })).status).toBe(400);
});
