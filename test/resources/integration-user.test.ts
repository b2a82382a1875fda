import { expect, test } from "vitest";
import { IntegrationUser } from "../../src/index.js";
import { registeredBy } from "./registered.js";

const permissions = ["BROWSE_PROJECTS", "ADD_COMMENTS"];

test("an integration user is a role with its grants and actors, and the proof of what comes of them", async () => {
  const registered = await registeredBy(() => {
    const account = "bot@acme.example";
    new IntegrationUser("bot", { account, projects: ["PAY", "WEB"], schemes: ["Default"], permissions });
  });
  const found = registered.map(({ type, name, inputs: { __provider, owner, ...inputs } }) => [
    `${type.replace("pulumi-nodejs:dynamic/jira:", "")} ${name}`,
    inputs,
  ]);
  expect(Object.fromEntries(found)).toEqual({
    "jira-access:index:IntegrationUser bot": {},
    "ProjectRole bot": { name: "Integration: bot", description: expect.any(String) },
    "HolderGrants bot@Default": { scheme: "Default", holder: { projectRole: "Integration: bot" }, permissions },
    "ProjectRoleActor bot@PAY": { project: "PAY", role: "Integration: bot", user: "bot@acme.example" },
    "ProjectRoleActor bot@WEB": { project: "WEB", role: "Integration: bot", user: "bot@acme.example" },
    "AccessProof bot": { accounts: { bot: { account: "bot@acme.example", projects: ["PAY", "WEB"], permissions } } },
  });
});
