import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { commandFile } from "../../infra/package-folder.js";
import { tokensCommand } from "../../src/cli/tokens.js";
import { administratorOf, startSite, type TestSite } from "../emulator/site.js";
import { runAtTerminal } from "../helpers/terminal.js";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

/** A site whose person Ann has many tokens: one is unused for a year, the others were used yesterday. */
function startWith(count: number) {
  const tokens = Array.from({ length: count - 1 }, (_, index) => ({
    token: `secret-${index}`,
    label: index === 1234 % count ? "old deploy" : `deploy ${index}`,
    scopes: ["read:jira-work"],
    lastActive: daysAgo(index === 1234 % count ? 365 : 1),
    expires: daysAgo(-300),
  }));
  const ann = { email: "ann@acme.example", token: "own", tokens };
  return startSite({
    seed: {
      accounts: [ann],
      applications: { jira: { groups: ["users"] } },
      groups: { users: { members: [ann.email] } },
    },
  });
}

async function run(site: TestSite, args: readonly string[]) {
  for (const [name, value] of Object.entries(administratorOf(site))) vi.stubEnv(name, value);
  const out = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const err = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  await tokensCommand().parseAsync([...args], { from: "user" });
  const text = (spy: typeof out) => spy.mock.calls.map(([chunk]) => String(chunk)).join("");
  const result = { stdout: text(out), stderr: text(err), exitCode: process.exitCode };
  vi.restoreAllMocks();
  return result;
}

interface Logged {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

describe("tokens over 5,000 tokens", () => {
  test("pages through, shows progress at a terminal only, and revokes exactly the one confirmed", async () => {
    const site = await startWith(5000);
    const quiet = await run(site, ["--json"]);
    const { credentials, findings } = JSON.parse(quiet.stdout);
    const old = credentials.find(({ label }: { label: string }) => label === "old deploy");
    expect(credentials).toHaveLength(5001);
    expect(findings.filter(({ rule }: { rule: string }) => rule === "inactive")).toMatchObject([
      { subject: 'API token "old deploy" of ann@acme.example' },
    ]);
    expect([quiet.stderr, quiet.exitCode]).toEqual(["", 2]);

    const shown = await runAtTerminal([process.execPath, commandFile, "tokens"], { env: administratorOf(site) });
    expect(shown.written).toMatch(/reading credentials: [1-9]\d*00/);
    expect(shown.screen).not.toContain("reading credentials");

    await site.control("DELETE /requests");
    for (const wrong of [
      ["--revoke", old.id],
      ["--revoke", old.id, "--confirm", "deploy 1"],
      ["--revoke", "x", "--confirm", "x"],
    ]) {
      await expect(run(site, wrong)).rejects.toMatchObject({
        kind: "refused",
        message: expect.stringContaining("nothing was revoked"),
      });
    }
    const revoked = await run(site, ["--revoke", old.id, "--confirm", "old deploy"]);
    expect(revoked).toEqual({
      stdout: 'revoked API token "old deploy" of ann@acme.example\n',
      stderr: "",
      exitCode: 0,
    });

    const log = (await site.control("GET /requests")).body as Logged[];
    const writes = log.filter(({ method }) => method !== "GET");
    expect(writes).toEqual([
      { method: "DELETE", path: `/users/${old.owner.id}/manage/api-tokens/${old.id}`, status: 204, account: null },
    ]);
    expect(log.filter(({ path }) => path.endsWith("/api-tokens")).length).toBeGreaterThanOrEqual(200);
    const left = JSON.parse((await run(site, ["--json"])).stdout).credentials;
    expect(left).toEqual(credentials.filter(({ id }: { id: string }) => id !== old.id).map(withoutUse));
  }, 120_000);
});

/** The organisation's key is used by the command itself. */
function withoutUse(credential: { kind: string }) {
  return credential.kind === "api-key" ? { ...credential, lastUsed: expect.any(String) } : credential;
}

describe("tokens", () => {
  test("lists them as a table, then what is found", async () => {
    const { stdout, exitCode } = await run(await startWith(3), []);
    expect(stdout).toMatch(/^KIND +ID +LABEL +OWNER +AGE +LAST USED +EXPIRES +SCOPES\n/);
    expect(stdout).toMatch(
      /\napi-token +\S+ +deploy 0 +ann@acme\.example +\d+ d +1 d ago +\d{4}-\d\d-\d\d +read:jira-work\n/,
    );
    expect(stdout).toContain('warning: API token "old deploy" of ann@acme.example: not used for 365 days');
    expect(exitCode).toBe(2);
  });

  test("ends with 0 when the policy has nothing against any of them", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tokens-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const policy = join(folder, "tokens.yaml");
    writeFileSync(policy, "inactiveDays: 9999\nneverUsedDays: 9999\n");
    const site = await startWith(3);
    expect((await run(site, ["--policy", policy, "--format", "sarif"])).exitCode).toBe(0);
    writeFileSync(policy, "allowedScopes: { everybody: read-only, accounts: { bob@acme.example: any } }\n");
    const { stdout } = await run(site, ["--policy", policy, "--json"]);
    const refused = JSON.parse(stdout).findings.filter(({ rule }: { rule: string }) => rule === "scopes-not-allowed");
    expect(refused.map(({ subject }: { subject: string }) => subject)).toEqual([
      'API token "api token" of ann@acme.example',
      'API key "emulator" of ann@acme.example',
    ]);
  });

  test("finds tokens of integrations that open more than their permissions are for", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tokens-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const stack = join(folder, "stack.yaml");
    writeFileSync(
      stack,
      "integrationUsers: { reader: { account: ann@acme.example, projects: [PAY], permissions: [BROWSE_PROJECTS] } }\n",
    );
    const { stdout } = await run(await startWith(3), ["--stack", stack, "--json"]);
    const found = JSON.parse(stdout).findings.filter(({ rule }: { rule: string }) => rule === "scopes-not-needed");
    expect(found).toMatchObject([
      {
        subject: 'API token "api token" of ann@acme.example',
        message: expect.stringMatching(/^is not limited to scopes; reader needs only .*read:jira-work/),
      },
    ]);
  });

  test("tells what is missing before it asks anybody", async () => {
    await expect(tokensCommand().parseAsync([], { from: "user" })).rejects.toMatchObject({ kind: "credentials" });
  });
});
