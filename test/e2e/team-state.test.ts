import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, type TestContext, test } from "vitest";
import { openProject, readDefinition } from "../../infra/trial/engine.js";
import { scriptsIn } from "../docs/documents.js";
import { startSite } from "../emulator/site.js";
import { openCleanClone } from "../helpers/clean-clone.js";
import { describeState } from "../helpers/describe-state.js";
import { expectNoDoubles } from "../helpers/expect-no-doubles.js";
import { killAfterWrites } from "../helpers/kill-after-writes.js";
import { findPostgres, type Postgres, startPostgres } from "../helpers/postgres.js";

const guide = readFileSync("docs/team-state.md", "utf8");
const programs = findPostgres();
const stackFile = (permissions: string) => `
integrationUsers:
  release-notes:
    account: release-notes@acme.example
    projects: [PAY]
    permissions: [${permissions}]
`;
const admin = { JIRA_EMAIL: "admin@acme.example", JIRA_API_TOKEN: "emulator-admin-token" };

let postgres: Postgres;

beforeAll(async () => {
  if (programs !== undefined) postgres = await startPostgres(programs);
});
afterAll(() => postgres?.stop());
beforeEach((context: TestContext) => {
  context.skip(programs === undefined, "no PostgreSQL server (initdb and postgres) on this machine");
});

const placeOfState = () => ({ PULUMI_BACKEND_URL: postgres.url, PGPASSWORD: postgres.password });

test("with the state in PostgreSQL the second of two ups at once is refused, and a killed one is gone on with", async () => {
  let onWrite: () => unknown = () => {};
  const site = await startSite({ watch: async (_, { method }) => void (method !== "GET" && (await onWrite())) });
  const settings = { ...admin, JIRA_URL: site.url, ...placeOfState() };
  const project = await openProject(readDefinition(), "production", settings);
  onTestFinished(project.remove);
  const up = () => project.command("up", "production", "--yes");
  writeFileSync(project.stackFile, stackFile("BROWSE_PROJECTS, ADD_COMMENTS"));

  let second: ReturnType<typeof up> | undefined;
  onWrite = () => {
    second ??= up();
    return second;
  };
  expect(await up()).toMatchObject({ code: 0, stdout: expect.stringContaining("as declared") });
  onWrite = () => {};
  const refused = await second;
  expect(refused).toMatchObject({ code: 1, stdout: "" });
  expect(refused?.stderr).toMatch(
    /currently locked by 1 lock.*`pulumi cancel`\.\n.*created by .* at .*nothing was verified/s,
  );

  writeFileSync(project.stackFile, stackFile("BROWSE_PROJECTS, ADD_COMMENTS, CREATE_ISSUES"));
  const killing = killAfterWrites(project, ["up", "--yes", "--skip-preview"], 1);
  onWrite = killing.onWrite;
  expect(await killing.ended).toBe(true);
  onWrite = () => {};
  expect(await up()).toMatchObject({ code: 0, stdout: expect.stringContaining("as declared") });
  await project.pulumi("preview", "--expect-no-changes");
  expectNoDoubles((await site.control("GET /state")).body);
  const { deployment } = JSON.parse((await project.pulumi("stack", "export")).stdout);
  expect(deployment.pending_operations ?? []).toEqual([]);

  const without = project.with({ PULUMI_BACKEND_URL: `file://${project.folder}/state` });
  await without.pulumi("stack", "init");
  expect(await without.command("up", "production", "--yes")).toMatchObject({ code: 0 });
  expectNoDoubles((await site.control("GET /state")).body);

  const address = postgres.url.replace("@", `:${postgres.password}@`);
  const { stdout } = await project.with({ PULUMI_BACKEND_URL: address }).command("doctor", "--json");
  expect(stdout).toContain("kept at postgres://postgres:[redacted]@/postgres");
  expect(stdout).not.toContain(postgres.password);
});

test("the documented commands for many sites apply each stack to its own site, and go on where one fails", async () => {
  const [init = "", upEach = ""] = scriptsIn(guide.split("## Many sites")[1] ?? "");
  const sites = { acme: await startSite(), globex: await startSite() };
  const clone = openCleanClone();
  const run = (script: string) => clone.run(script, { ...admin, ...placeOfState(), PULUMI_CONFIG_PASSPHRASE: "" });
  expect(await run(init)).toMatchObject({ exitCode: 0 });
  for (const [stack, { url }] of Object.entries(sites)) {
    writeFileSync(join(clone.folder, "stacks", `${stack}.yaml`), stackFile("BROWSE_PROJECTS"));
    await run(`npx pulumi config set jira:url ${url} --stack ${stack}`);
  }
  await sites.acme.control("POST /faults", [{ method: "POST", path: "/role$", kind: "status", status: 400 }]);
  const { exitCode, stderr } = await run(upEach);
  expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/not as declared: acme$/)]);
  const role = "Integration: release-notes";
  expect((await describeState(sites.acme)).roles).not.toHaveProperty(role);
  expect((await describeState(sites.globex)).roles[role]).toContain("[jira-access jira-access/globex]");
});
