import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { commandFile } from "../../infra/package-folder.js";
import { isWrite, type SeenRequest } from "../../infra/trial/site.js";
import { openDemoStack, type StackProject } from "../helpers/stack-project.js";

const up = ["up", "demo", "--yes", "--bulk", "--", "--skip-preview"];
const named = z.array(z.object({ name: z.string() }));

test("an up in bulk that is killed leaves no state, and the next one finds all that it had made", async () => {
  const demo = await openDemoStack();
  onTestFinished(demo.close);
  await killMidway(demo, 30);
  expect(await resourcesOf(demo)).toEqual([]);
  await demo.pulumi("cancel", "--yes");

  const { code, stdout, stderr } = await demo.command(...up);
  expect(code, stdout + stderr).toBe(0);
  expect(await resourcesOf(demo)).toHaveLength(38);
  await demo.pulumi("preview", "--expect-no-changes");
  const names = [
    ...z.object({ permissionSchemes: named }).parse(await read(demo, "permissionscheme")).permissionSchemes,
    ...named.parse(await read(demo, "role")),
  ].map(({ name }) => name);
  expect(names).toHaveLength(new Set(names).size);
});

/** Kills the command, the engine and its providers, which are of one session, after so many writes. */
async function killMidway(demo: StackProject, writes: number): Promise<void> {
  const env = { ...process.env, ...demo.settings };
  const child = spawn(process.execPath, [commandFile, ...up], {
    cwd: demo.folder,
    env,
    detached: true,
    stdio: "ignore",
  });
  const closed = once(child, "close");
  while ((await requestsSoFar(demo)).filter(isWrite).length < writes && child.exitCode === null) await sleep(20);
  execFileSync("pkill", ["-KILL", "-s", `${child.pid}`]);
  await closed;
}

async function requestsSoFar({ site }: StackProject): Promise<readonly SeenRequest[]> {
  return (await (await fetch(`${site.controlUrl}/requests`)).json()) as SeenRequest[];
}

async function resourcesOf(demo: StackProject): Promise<readonly unknown[]> {
  const { stdout } = await demo.pulumi("stack", "export");
  const exported = z.object({ deployment: z.object({ resources: z.array(z.unknown()).default([]) }) });
  return exported.parse(JSON.parse(stdout)).deployment.resources;
}

async function read(demo: StackProject, path: string): Promise<unknown> {
  return (await demo.site.ask("admin", "GET", `/rest/api/3/${path}`)).body;
}
