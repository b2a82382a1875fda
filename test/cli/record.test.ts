import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { grantablePermissionKeys } from "../../src/catalogue/permissions.js";
import { recordCommand } from "../../src/cli/record.js";
import { unusedCommand } from "../../src/cli/unused.js";
import { acme } from "../../src/emulator/seed/acme.js";
import { type RunningEmulator, startEmulator } from "../../src/emulator/start-emulator.js";
import type { DerivedAccess } from "../../src/model/derived-access.js";
import { commentAndMove } from "../helpers/comment-and-move.js";

const email = "release-notes@acme.example";
const integration = [process.execPath, resolve("test/helpers/comment-and-move.ts")];
const folder = mkdtempSync(join(tmpdir(), "record-"));
const running: RunningEmulator[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((emulator) => emulator.close()));
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The company acme, where the integration has just these permissions in every project, and a token with just these scopes. */
async function siteWith(permissions: readonly string[], scopes: readonly string[] = []) {
  const [[name = "", scheme] = []] = Object.entries(acme.permissionSchemes ?? {});
  const given = Object.fromEntries(permissions.map((key) => [key, [{ user: email }]]));
  const grants = Object.fromEntries(
    [...new Set([...Object.keys(scheme?.grants ?? {}), ...permissions])].map((key) => [
      key,
      [...(scheme?.grants?.[key] ?? []), ...(given[key] ?? [])],
    ]),
  );
  const accounts = (acme.accounts ?? []).map((account) =>
    account.email === email ? { ...account, tokens: [{ token: "scoped", scopes: [...scopes] }] } : account,
  );
  const emulator = await startEmulator({
    seed: { ...acme, accounts, permissionSchemes: { ...acme.permissionSchemes, [name]: { ...scheme, grants } } },
  });
  running.push(emulator);
  return emulator;
}

async function run(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const out = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const [verb = "", ...rest] = args;
  await (verb === "record" ? recordCommand() : unusedCommand()).parseAsync(rest, { from: "user" });
  const stdout = out.mock.calls.map(([chunk]) => String(chunk)).join("");
  out.mockRestore();
  return { stdout, exitCode: process.exitCode };
}

describe("an integration on jira.js", () => {
  const kept = join(folder, "kept.json");
  let access: DerivedAccess;

  beforeAll(async () => {
    const site = await siteWith(grantablePermissionKeys);
    const environment = { JIRA_URL: site.url, JIRA_EMAIL: email, JIRA_API_TOKEN: "emulator-release-notes-token" };
    const args = [
      "record",
      "--allow-loopback",
      "--user",
      "release-notes",
      "--out",
      kept,
      "--json",
      "--",
      ...integration,
    ];
    const { stdout, exitCode } = await run(args, environment);
    expect(exitCode).toBe(0);
    access = JSON.parse(stdout);
  });

  /** Whether the integration can do its work with these permissions, and these scopes through the gateway. */
  async function works(permissions: readonly string[], scopes: readonly string[]): Promise<boolean> {
    const site = await siteWith(permissions, scopes);
    const host = `${site.gatewayUrl}/ex/jira/${site.cloudId}`;
    return commentAndMove({ host, email, apiToken: "scoped" }).then(
      () => true,
      () => false,
    );
  }

  const permissionsOf = () => access.permissions.map(({ right }) => right);

  test("is seen to need three permissions and two scopes", () => {
    expect(permissionsOf()).toEqual(["BROWSE_PROJECTS", "ADD_COMMENTS", "TRANSITION_ISSUES"]);
    expect(access.scopes.recommended).toEqual(["read:jira-work", "write:jira-work"]);
    expect(access).toMatchObject({ calls: 4, refused: [], unmapped: [], unknown: [], otherRights: [] });
  });

  test("does the same with exactly these, by classic and by granular scopes", async () => {
    for (const scopes of [access.scopes.recommended, access.scopes.granular]) {
      expect(await works(permissionsOf(), scopes)).toBe(true);
    }
  });

  test("fails without any one of the permissions", async () => {
    for (const permission of permissionsOf()) {
      const fewer = permissionsOf().filter((one) => one !== permission);
      expect(await works(fewer, access.scopes.recommended), permission).toBe(false);
    }
  });

  test("fails without any one of the scopes, classic or granular", async () => {
    for (const scopes of [access.scopes.recommended, access.scopes.granular]) {
      for (const scope of scopes) {
        const fewer = scopes.filter((one) => one !== scope);
        expect(await works(permissionsOf(), fewer), scope).toBe(false);
      }
    }
  });

  test("leaves no header, body, query, key or token in what is kept, and only its owner reads that", () => {
    const text = readFileSync(kept, "utf8");
    for (const secret of ["PAY", "Released", "key =", email, "token", "authorization", "Basic"]) {
      expect(text.toLowerCase(), secret).not.toContain(secret.toLowerCase());
    }
    expect(Object.keys(JSON.parse(text).calls[0]).sort()).toEqual(
      ["durationMs", "method", "operation", "path", "status", "time"].sort(),
    );
  });

  test("shows what its stack grants it beyond that", async () => {
    const stack = join(folder, "stack.yaml");
    const permissions = "[BROWSE_PROJECTS, ADD_COMMENTS, TRANSITION_ISSUES, DELETE_ISSUES]";
    writeFileSync(
      stack,
      `integrationUsers:\n  release-notes: { account: ${email}, projects: [PAY], permissions: ${permissions} }\n`,
    );
    const { stdout, exitCode } = await run(["unused", stack, kept]);
    expect(stdout).toMatch(
      /^\S+stack\.yaml:2:\d+: warning: release-notes: DELETE_ISSUES was not used in \d+ seconds with 4 calls \(unused-permission\)\n$/,
    );
    expect(exitCode).toBe(2);
    writeFileSync(stack, readFileSync(stack, "utf8").replace(", DELETE_ISSUES", ""));
    expect(await run(["unused", stack, kept])).toEqual({ stdout: "every permission was used\n", exitCode: 0 });
    writeFileSync(stack, readFileSync(stack, "utf8").replace("release-notes:", "somebody:"));
    await expect(run(["unused", stack, kept])).rejects.toThrow(
      "it is of release-notes, which is no integration user of",
    );
  });

  test("is recorded through the gateway too, with a token that has scopes", async () => {
    const site = await siteWith(permissionsOf(), access.scopes.recommended);
    const gateway = { JIRA_CLOUD_ID: site.cloudId, JIRA_GATEWAY_URL: site.gatewayUrl };
    const environment = { ...gateway, JIRA_EMAIL: email, JIRA_API_TOKEN: "scoped" };
    const { stdout, exitCode } = await run(["record", "--allow-loopback", "--json", "--", ...integration], environment);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ permissions: access.permissions, scopes: access.scopes });
  });

  test("that is refused ends with its own exit code, and what was refused is told apart", async () => {
    const site = await siteWith(["BROWSE_PROJECTS"]);
    const environment = { JIRA_URL: site.url, JIRA_EMAIL: email, JIRA_API_TOKEN: "emulator-release-notes-token" };
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const { stdout, exitCode } = await run(["record", "--allow-loopback", "--", ...integration], environment);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("- BROWSE_PROJECTS   # getIssue, searchAndReconsileIssuesUsingJqlPost\n");
    expect(stdout).toContain("# Refused by the site, and so not counted:\n#   1 × addComment (400)");
  });
});

describe("record", () => {
  test("passes the exit code and the end by a signal on", async () => {
    const upstream = ["--upstream", "http://127.0.0.1:9", "--allow-loopback", "--json", "--"];
    expect((await run(["record", ...upstream, process.execPath, "-e", "process.exit(7)"])).exitCode).toBe(7);
    const killed = [process.execPath, "-e", "process.kill(process.pid, 'SIGTERM')"];
    expect((await run(["record", ...upstream, ...killed])).exitCode).toBe(143);
  });

  test("leaves Ctrl-C to the command and tells what was seen until then", async () => {
    const upstream = ["--upstream", "http://127.0.0.1:9", "--allow-loopback", "--json", "--"];
    const stubborn =
      "process.on('SIGINT', () => process.exit(5)); process.kill(process.ppid, 'SIGINT'); setTimeout(() => process.exit(6), 500)";
    const { stdout, exitCode } = await run(["record", ...upstream, process.execPath, "-e", stubborn]);
    expect([JSON.parse(stdout).calls, exitCode]).toEqual([0, 6]);
  });

  test("refuses this machine, plain http, and nothing to do, before it runs anything", async () => {
    const marker = join(folder, "ran");
    const command = [process.execPath, "-e", `require("fs").writeFileSync(${JSON.stringify(marker)}, "")`];
    await expect(run(["record", "--upstream", "http://127.0.0.1:9", "--", ...command])).rejects.toThrow(
      "--allow-loopback",
    );
    await expect(run(["record", "--upstream", "http://93.184.216.34", "--", ...command])).rejects.toThrow("https://");
    await expect(run(["record"])).rejects.toThrow("there is nothing to record");
    expect(existsSync(marker)).toBe(false);
    const missing = ["record", "--upstream", "http://127.0.0.1:9", "--allow-loopback", "--", join(folder, "none")];
    await expect(run(missing)).rejects.toThrow("cannot be run");
  });

  test("counts the calls of logs and HAR files together", async () => {
    const [log, har] = [join(folder, "access.jsonl"), join(folder, "session.har")];
    writeFileSync(log, '{"method":"GET","path":"/rest/api/3/issue/PAY-1","status":200}\n');
    const request = { method: "PUT", url: "https://acme.atlassian.net/rest/api/2/issue/PAY-1/assignee" };
    writeFileSync(har, JSON.stringify({ log: { entries: [{ request, response: { status: 204 } }] } }));
    const { stdout } = await run(["record", "--log", log, "--har", har]);
    expect(stdout).toContain(
      "      - BROWSE_PROJECTS   # assignIssue, getIssue\n      - ASSIGN_ISSUES   # assignIssue\n",
    );
  });
});
