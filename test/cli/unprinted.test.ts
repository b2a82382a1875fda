import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startSite } from "../emulator/site.js";

const program = join(process.cwd(), "dist/src/cli/main.js");

/** Runs `jira-access` with nobody there to read its stdout, as behind `| head -1` once `head` is through. */
async function runUnread(words: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [program, ...words], { env: { ...process.env, ...env } });
  child.stdout.destroy();
  const errors: string[] = [];
  child.stderr.on("data", (chunk) => errors.push(String(chunk)));
  const [exitCode] = await once(child, "close");
  return { exitCode, stderr: errors.join("") };
}

test("a reader that goes away ends a command quietly, with the exit code that it would have had", async () => {
  const site = await startSite();
  const env = { JIRA_URL: site.url, JIRA_EMAIL: "admin@acme.example", JIRA_API_TOKEN: "emulator-admin-token" };
  expect(await runUnread(["explain", "ann@acme.example"], env)).toEqual({ exitCode: 0, stderr: "" });
  expect(await runUnread(["schema"], env)).toEqual({ exitCode: 0, stderr: "" });
  expect(await runUnread(["validate", "no-such-stack", "--json"], env)).toEqual({ exitCode: 1, stderr: "" });
}, 30_000);

test("a full disk is told, and ends a command with 1", (context) => {
  if (!existsSync("/dev/full")) context.skip("no /dev/full");
  const stdio = ["ignore", openSync("/dev/full", "w"), "pipe"] as const;
  expect(spawnSync(process.execPath, [program, "schema"], { stdio: [...stdio], encoding: "utf8" })).toMatchObject({
    status: 1,
    stderr: "stdout: the disk is full; make room on it\n",
  });
});
