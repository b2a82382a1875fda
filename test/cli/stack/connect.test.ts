import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { askPulumi } from "../../../src/cli/engine/run-pulumi.js";
import { chooseStack } from "../../../src/cli/stack/choose-stack.js";
import { connect } from "../../../src/cli/stack/connect.js";
import { getCurrentAccount } from "../../../src/client/account.js";
import { type RunningEmulator, startEmulator } from "../../../src/emulator/start-emulator.js";

const home = process.cwd();
const token = "emulator-admin-token";
let folder: string;
let site: RunningEmulator;

beforeAll(async () => {
  site = await startEmulator();
  folder = mkdtempSync(join(tmpdir(), "connect-"));
  mkdirSync(join(folder, "stacks"));
  mkdirSync(join(folder, "state"));
  writeFileSync(join(folder, "stacks/acme.yaml"), "projects: {}\n");
  writeFileSync(join(folder, "Pulumi.yaml"), "name: connect\nruntime: nodejs\nstackConfigDir: stacks\n");
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await site.close();
});

beforeEach(() => {
  for (const name of Object.keys(process.env)) if (/^(JIRA|ATLASSIAN)_/.test(name)) vi.stubEnv(name, undefined);
  vi.stubEnv("PULUMI_BACKEND_URL", `file://${join(folder, "state")}`);
  vi.stubEnv("PULUMI_CONFIG_PASSPHRASE", "for tests");
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  vi.unstubAllEnvs();
});

it("says which settings are missing, and that there is no stack to find them in", async () => {
  await expect(connect()).rejects.toThrow(
    /^not set: JIRA_URL.*cannot be read: pulumi config .*: error: no stack selected/s,
  );
  await expect(chooseStack(undefined)).rejects.toThrow(/^no stack is named and none is selected/);
});

it("takes the selected stack, and what the environment lacks from its configuration, secrets included", async () => {
  await askPulumi("stack", "init", "acme");
  await askPulumi("config", "set", "jira:url", site.url);
  await askPulumi("config", "set", "jira:email", "admin@acme.example");
  await askPulumi("config", "set", "--secret", "jira:apiToken", token);
  expect(readFileSync("stacks/Pulumi.acme.yaml", "utf8")).not.toContain(token);

  const stack = await chooseStack(undefined);
  expect(stack).toEqual({ name: "acme", file: join("stacks", "acme.yaml") });
  const { client } = await connect(stack.name);
  expect((await getCurrentAccount(client)).email).toBe("admin@acme.example");
}, 30_000);

it("asks no engine where the environment says all", async () => {
  vi.stubEnv("JIRA_URL", site.url);
  vi.stubEnv("JIRA_EMAIL", "triage@acme.example");
  vi.stubEnv("JIRA_API_TOKEN", "emulator-triage-token");
  const { client } = await connect("a stack that is not there");
  expect((await getCurrentAccount(client)).email).toBe("triage@acme.example");
});

it("takes a stack by its name or by its file's path", async () => {
  const file = join("stacks", "acme.yaml");
  expect(await chooseStack("acme")).toEqual({ name: "acme", file });
  expect(await chooseStack(file)).toEqual({ name: "acme", file });
  await expect(chooseStack("acne")).rejects.toThrow("did you mean acme?");
});
