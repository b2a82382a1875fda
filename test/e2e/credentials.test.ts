import { writeFileSync } from "node:fs";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { openProject, readDefinition, type TemporaryProject } from "../../infra/trial/engine.js";
import { startSite, type TestSite } from "../emulator/site.js";
import { runToFail } from "../helpers/stack-project.js";

const up = ["up", "--yes", "--skip-preview"];
const stackFile = `
integrationUsers:
  release-notes: { account: release-notes@acme.example, projects: [WEB], permissions: [BROWSE_PROJECTS] }
`;

let site: TestSite;

beforeEach(async () => {
  site = await startSite();
});

async function open(credentials: Readonly<Record<string, string>>): Promise<TemporaryProject> {
  const project = await openProject(readDefinition(), "main", {
    JIRA_URL: site.url,
    JIRA_GATEWAY_URL: site.gatewayUrl,
    ATLASSIAN_AUTH_URL: site.authUrl,
    ...credentials,
  });
  onTestFinished(project.remove);
  writeFileSync(project.stackFile, stackFile);
  return project;
}

const ofAdmin = { JIRA_EMAIL: "admin@acme.example" };
const throughGateway = () => ({ JIRA_CLOUD_ID: site.cloudId });

test.each([
  ["an API token on the site", () => ({ ...ofAdmin, JIRA_API_TOKEN: "emulator-admin-token" })],
  [
    "a scoped token through the gateway",
    () => ({ ...ofAdmin, ...throughGateway(), JIRA_API_TOKEN: "emulator-scoped-token" }),
  ],
  ["an access token", () => ({ ...throughGateway(), JIRA_ACCESS_TOKEN: "emulator-access-token" })],
  [
    "an OAuth client",
    () => ({ ...throughGateway(), JIRA_CLIENT_ID: "emulator-client", JIRA_CLIENT_SECRET: "emulator-client-secret" }),
  ],
])("%s applies a stack", async (_, credentials) => {
  const project = await open(credentials());
  expect((await project.pulumi(...up)).stdout).toMatch(/\+ \d+ created/);
  const { body } = await site.ask("release-notes", "GET /mypermissions?projectKey=WEB&permissions=BROWSE_PROJECTS");
  expect(body.permissions.BROWSE_PROJECTS.havePermission).toBe(true);
});

test("a scoped token on the site, and one without the scopes, are one clear error each", async () => {
  const onSite = await open({ ...ofAdmin, JIRA_API_TOKEN: "emulator-scoped-token" });
  expect((await runToFail(onSite, "preview")).stdout).toMatch(
    /answered with 401: .* a scoped token needs \S+ and JIRA_CLOUD_ID/,
  );
  const reading = onSite.with({ ...throughGateway(), JIRA_API_TOKEN: "emulator-read-only-token" });
  expect((await runToFail(reading, "preview")).stdout).toMatch(
    /401: Unauthorized; scope does not match.* manage:jira-configuration/,
  );
});
