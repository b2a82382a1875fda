import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { exitCodes } from "../../src/catalogue/exit-codes.js";
import { doctorCommand } from "../../src/cli/doctor.js";
import type { Seed } from "../../src/emulator/seed/seed.js";
import { startSite } from "../emulator/site.js";
import { takeWrites } from "../helpers/describe-state.js";

const home = process.cwd();

beforeEach(() => {
  for (const name of Object.keys(process.env)) if (/^(JIRA|ATLASSIAN)_/.test(name)) vi.stubEnv(name, undefined);
  const folder = mkdtempSync(join(tmpdir(), "doctor-"));
  vi.stubEnv("PULUMI_BACKEND_URL", `file://${folder}`);
  vi.stubEnv("PULUMI_CONFIG_PASSPHRASE", "for tests");
  process.chdir(folder);
  onTestFinished(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** What the verb prints as JSON, by subject; several lines of one subject as one text. */
async function doctor(settings: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await doctorCommand().parseAsync(["--json"], { from: "user" });
  const { diagnoses } = JSON.parse(String(write.mock.calls[0]?.[0]));
  write.mockRestore();
  const found: Record<string, string> = {};
  for (const { subject, status, detail } of diagnoses) found[subject] = `${found[subject] ?? ""}${status} ${detail}\n`;
  return found;
}

async function settingsOf(who: string, seed?: Seed) {
  const site = await startSite(seed === undefined ? {} : { seed });
  const token = `emulator-${who}-token`;
  return { site, settings: { JIRA_URL: site.url, JIRA_EMAIL: `${who}@acme.example`, JIRA_API_TOKEN: token } };
}

test("an administrator lacks nothing but a stack, and nothing is written", async () => {
  const { site, settings } = await settingsOf("admin");
  const found = await doctor(settings);
  expect(found).toMatchObject({
    account: `ok admin@acme.example (atlassian) on ${site.url}\n`,
    rights: expect.stringMatching(/^ok ADMINISTER.*\nok USER_PICKER.*\n$/),
    plan: expect.stringMatching(/^ok .*jira-software: paid/),
    "audit log": expect.stringMatching(/^ok/),
    scopes: "unknown for writing, not tried\n",
    node: expect.stringMatching(/^ok \d+\./),
    engine: expect.stringMatching(/^ok Pulumi CLI v?3\./),
    state: expect.stringMatching(/^ok kept at file:/),
    stack: expect.stringMatching(/^missing/),
  });
  expect(found.API?.match(/^ok/gm)).toHaveLength(5);
  expect(process.exitCode).toBe(exitCodes.found);
  expect(await takeWrites(site)).toEqual([]);
});

test("an account without rights is told each right and each request that it lacks", async () => {
  const found = await doctor((await settingsOf("release-notes")).settings);
  expect(found.rights).toMatch(/^missing no ADMINISTER\nmissing no USER_PICKER\n$/);
  expect(found.API).toMatch(/missing .*\/rest\/api\/3\/role.* 403/);
  expect(found["audit log"]).toMatch(/^unknown drift cannot say who changed what/);
});

test("a free site is told that its schemes cannot be changed", async () => {
  const admin = "admin@acme.example";
  const seed: Seed = {
    plan: "free",
    applications: { "jira-software": { groups: ["admins"] } },
    accounts: [{ email: admin }],
    groups: { admins: { members: [admin], globalPermissions: ["ADMINISTER"] } },
  };
  expect((await doctor((await settingsOf("admin", seed)).settings)).plan).toBe("missing jira-software: free\n");
});

test("wrong or missing credentials are one finding, without the token", async () => {
  const { settings } = await settingsOf("admin");
  const wrong = await doctor({ ...settings, JIRA_API_TOKEN: "a-wrong-token" });
  expect(wrong.account).toMatch(/^missing /);
  expect(JSON.stringify(wrong)).not.toContain("a-wrong-token");
  for (const name of Object.keys(settings)) vi.stubEnv(name, undefined);
  expect((await doctor({})).credentials).toContain("JIRA_URL");
});
