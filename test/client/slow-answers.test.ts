import { expect, test } from "vitest";
import { createClient } from "../../src/client/create-client.js";
import { readCredentials, readSettings } from "../../src/client/credentials.js";
import { createProjectRole, listProjectRoles } from "../../src/client/project-role.js";
import { findOrCreate } from "../../src/provider/writes/find-or-create.js";
import { startSite } from "../emulator/site.js";
import { takeRequests } from "../helpers/describe-state.js";

const owner = "acme/test";
const role = { name: "Bots", description: "", owner };
const slow = { method: "POST", path: "/role$", kind: "delay", delayMs: 1500, when: "after" };

async function begin() {
  const site = await startSite();
  const settings = { JIRA_URL: site.url, JIRA_EMAIL: "admin@acme.example", JIRA_API_TOKEN: "emulator-admin-token" };
  await site.control("POST /faults", [slow]);
  return { site, client: createClient(readCredentials(readSettings(settings)), { timeoutMs: 300 }) };
}

test("an answer slower than the client waits is told as that, and the POST is not sent again", async () => {
  const { site, client } = await begin();
  await expect(createProjectRole(client, role)).rejects.toMatchObject({
    kind: "network",
    message: expect.stringContaining("POST /rest/api/3/role: the answer took too long"),
  });
  expect(await takeRequests(site)).toEqual(["POST /rest/api/3/role"]);
});

test("what a write made whose answer was too slow is found by looking", async () => {
  const { site, client } = await begin();
  const { found, adopted } = await findOrCreate("project role", role, {
    find: async () => (await listProjectRoles(client)).find(({ name }) => name === role.name),
    forget: () => {},
    create: (written) => createProjectRole(client, written),
  });
  expect({ name: found.name, adopted }).toEqual({ name: "Bots", adopted: false });
  const requests = await takeRequests(site);
  expect(requests.filter((request) => request === "POST /rest/api/3/role")).toHaveLength(1);
});
