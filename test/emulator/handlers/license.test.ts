import { expect, test } from "vitest";
import { startSite } from "../site.js";

test("every product tells whether it is paid for", async () => {
  const { body } = await (await startSite()).ask("ann", "GET /instance/license");
  expect(body.applications).toContainEqual({ id: "jira-software", plan: "PAID" });
  const site = await startSite({ seed: { plan: "free", applications: { jira: {} }, accounts: [] } });
  expect((await site.ask(null, "GET /instance/license")).status).toBe(401);
});
