import { expect, test } from "vitest";
import { startSite } from "./site.js";

test("requests are logged oldest first, without queries and without control calls", async () => {
  const site = await startSite();
  await site.ask("ann", "GET /project/search?keys=PAY");
  await site.ask("stranger", "GET /myself");
  await site.ask(null, "GET /nowhere");
  const { body } = await site.control("GET /requests");
  expect(body).toEqual([
    { method: "GET", path: "/rest/api/3/project/search", status: 200, account: "ann@acme.example" },
    { method: "GET", path: "/rest/api/3/myself", status: 401, account: null },
    { method: "GET", path: "/rest/api/3/nowhere", status: 404, account: null },
  ]);
  expect((await site.control("DELETE /requests")).status).toBe(204);
  expect((await site.control("GET /requests")).body).toEqual([]);
});

test("reset puts the site back, and clears log and faults", async () => {
  const site = await startSite();
  const before = (await site.control("GET /state")).body;
  await site.ask("admin", "PUT /permissionscheme/0", { name: "Emptied", permissions: [] });
  await site.ask("admin", "POST /role", { name: "Developers" });
  await site.control("POST /faults", [{ kind: "status", status: 503, times: 100 }]);
  expect((await site.control("GET /state")).body).not.toEqual(before);
  expect((await site.control("POST /reset")).status).toBe(204);
  expect((await site.control("GET /state")).body).toEqual(before);
  expect((await site.control("GET /requests")).body).toEqual([]);
  expect((await site.ask("ann", "GET /myself")).status).toBe(200);
});

test("the state shows everything but tokens", async () => {
  const site = await startSite();
  const { body } = await site.control("GET /state");
  expect(body).toMatchObject({ name: "Acme", cloudId: site.cloudId });
  expect(body.accounts).toHaveLength(15);
  expect(JSON.stringify(body)).not.toContain("-token");
});
