import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { verifyCommand } from "../../src/cli/verify.js";
import { type RunningEmulator, startEmulator } from "../../src/emulator/start-emulator.js";

let folder: string;
let site: RunningEmulator;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "verify-"));
  site = await startEmulator();
  const settings = { JIRA_URL: site.url, JIRA_EMAIL: "admin@acme.example", JIRA_API_TOKEN: "emulator-admin-token" };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await site.close();
});

async function verify(assertion: string, ...options: readonly string[]) {
  const file = join(folder, "asserting.yaml");
  writeFileSync(file, `assert:\n  one: ${assertion}\n`);
  const out = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await verifyCommand().parseAsync([file, ...options], { from: "user" });
  const stdout = out.mock.calls.map(([chunk]) => String(chunk)).join("");
  return { stdout: stdout.replaceAll(`${folder}/`, ""), exitCode: process.exitCode };
}

test("an assertion that holds on the site is told and is no finding", async () => {
  expect(await verify("{ deny: [DELETE_ISSUES], account: triage@acme.example, projects: [PAY] }")).toEqual({
    stdout:
      "asserting.yaml declares no integration users\n" +
      "holds: asserting.yaml:2:17: assert.one.deny[0]: triage@acme.example does not have DELETE_ISSUES in PAY\n",
    exitCode: 0,
  });
});

test("an assertion that is violated in a project that the site chooses ends with 2 and names the path", async () => {
  const { stdout, exitCode } = await verify(
    "{ deny: [DELETE_ISSUES], account: admin@acme.example, projects: ['PA*'] }",
  );
  expect(stdout).toMatch(/\nviolated: asserting\.yaml:2:17: .* has DELETE_ISSUES in PAY, through project role Admin/);
  expect(exitCode).toBe(2);
});

test("an assertion about an account that the site does not show cannot be told, and is a finding", async () => {
  const assertion = "{ deny: [DELETE_ISSUES], account: nobody@acme.example, projects: [PAY] }";
  const { stdout, exitCode } = await verify(assertion, "--json");
  expect(JSON.parse(stdout)).toMatchObject({ assertions: [{ line: 2, column: 17, result: "open" }] });
  expect(exitCode).toBe(2);
});
