import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";

const program = fileURLToPath(new URL("../../dist/src/cli/main.js", import.meta.url));

function start(...args: string[]) {
  const child = spawn(process.execPath, [program, "emulate", ...args]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines: string[] = [];
  const firstLine = new Promise<string>((resolve) => {
    createInterface(child.stdout).on("line", (line) => {
      lines.push(line);
      resolve(line);
    });
  });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => {
    errors += chunk;
  });
  const ended = new Promise<{ code: number | null; lines: string[]; errors: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, lines, errors }));
  });
  return { child, firstLine, ended };
}

describe.skipIf(!existsSync(program))("jira-access emulate (needs the build)", () => {
  test.each(["SIGINT", "SIGTERM"] as const)("prints one line of JSON and ends with 0 on %s", async (signal) => {
    const { child, firstLine, ended } = start("--json");
    const addresses = JSON.parse(await firstLine);
    expect(Object.keys(addresses)).toEqual([
      "url",
      "gatewayUrl",
      "cloudId",
      "controlUrl",
      "adminUrl",
      "authUrl",
      "orgId",
      "orgApiKey",
    ]);
    const held = fetch(`${addresses.url}/rest/api/3/serverInfo`);
    expect((await held).status).toBe(200);
    child.kill(signal);
    const { code, lines, errors } = await ended;
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(lines).toHaveLength(1);
  });

  test("without --json it says in words where it is", async () => {
    const { child, firstLine, ended } = start();
    expect(await firstLine).toMatch(/^Emulating Jira Cloud at http:\/\/127\.0\.0\.1:\d+$/);
    child.kill("SIGTERM");
    expect((await ended).lines.join("\n")).toContain("admin@acme.example");
  });

  test("a seed file is used, and a faulty one refused without a stack", async () => {
    const folder = await mkdtemp(join(tmpdir(), "emulate-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, "good.yaml"), "name: Tiny");
    await writeFile(join(folder, "bad.yaml"), "plan: golden");
    const { child, firstLine, ended } = start("--json", "--seed", join(folder, "good.yaml"));
    const { url } = JSON.parse(await firstLine);
    expect(await (await fetch(`${url}/rest/api/3/serverInfo`)).json()).toMatchObject({ serverTitle: "Tiny" });
    child.kill("SIGTERM");
    await ended;
    for (const file of ["bad.yaml", "missing.yaml"]) {
      const { code, errors, lines } = await start("--seed", join(folder, file)).ended;
      expect(code).toBe(1);
      expect(lines).toEqual([]);
      expect(errors).toMatch(new RegExp(`^${join(folder, file)}:(\\d+:\\d+:)? `));
      expect(errors).not.toMatch(/^ {4}at /m);
    }
  });

  test("with --limits too many requests at once are refused, without it none", async () => {
    const refusedOf = async (...args: string[]) => {
      const { child, firstLine, ended } = start("--json", ...args);
      const { url } = JSON.parse(await firstLine);
      const all = Array.from({ length: 150 }, () => fetch(`${url}/rest/api/3/serverInfo`));
      const refused = (await Promise.all(all)).filter(({ status }) => status === 429);
      child.kill("SIGTERM");
      await ended;
      return refused.length;
    };
    expect(await refusedOf("--limits")).toBeGreaterThan(0);
    expect(await refusedOf()).toBe(0);
  });

  test.each([
    ["--port", "70000"],
    ["--port", "x"],
    ["--latency", "-1"],
  ])("%s %s is refused", async (...args) => {
    const { code, errors } = await start(...args).ended;
    expect(code).toBe(1);
    expect(errors).toContain(args[0]);
  });
});
