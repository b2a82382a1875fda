import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { mendCheckpoint } from "../helpers/mend-checkpoint.js";
import { openDemoStack, runToFail, type StackProject } from "../helpers/stack-project.js";

const up = ["up", "--yes", "--skip-preview"];

let demo: StackProject;

beforeEach(async () => {
  demo = await openDemoStack();
});
afterEach(() => demo.close());

async function order(fault: object): Promise<void> {
  const response = await fetch(`${demo.site.controlUrl}/faults`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify([fault]),
  });
  expect(response.ok).toBe(true);
}

async function namesOnSite(): Promise<readonly string[]> {
  const schemes = await demo.site.ask("admin", "GET", "/rest/api/3/permissionscheme");
  const roles = await demo.site.ask("admin", "GET", "/rest/api/3/role");
  const named = z.array(z.object({ name: z.string() }));
  const { permissionSchemes } = z.object({ permissionSchemes: named }).parse(schemes.body);
  return [...permissionSchemes, ...named.parse(roles.body)].map(({ name }) => name);
}

async function expectConverged(): Promise<void> {
  await demo.pulumi(...up);
  expect((await demo.pulumi("preview", "--expect-no-changes")).stdout).toContain("36 unchanged");
  const names = await namesOnSite();
  expect(names).toHaveLength(new Set(names).size);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once("exit", resolve));
}

test("a scheme that was created but not filled is in the state, and the same up finishes it", async () => {
  await order({ method: "PUT", path: "/permissionscheme/", kind: "status", status: 400, times: 1, when: "before" });
  const { stdout } = await runToFail(demo, ...up);
  expect(stdout).toMatch(/PUT \S+permissionscheme\S+ was answered with 400/);
  const { stdout: state } = await demo.pulumi("stack", "export");
  expect(state).toContain('dynamic/jira:PermissionScheme"');
  await expectConverged();
});

test("answers that are lost after the effect make nothing twice", async () => {
  const lost = { kind: "drop", when: "after", times: 2 };
  await order({ ...lost, method: "POST", path: "/role$" });
  await order({ ...lost, method: "POST", path: "/permissionscheme" });
  await order({ ...lost, method: "PUT", path: "/role/" });
  await expectConverged();
});

test("an engine that is killed midway leaves nothing twice", async () => {
  await order({ method: "PUT", path: "/permissionscheme", kind: "delay", delayMs: 3000, times: 10, when: "after" });
  const child = demo.start(...up);
  while (!(await demo.site.takeRequests()).some(({ method, path }) => method === "POST" && path.endsWith("/role"))) {
    await sleep(100);
  }
  await sleep(1000);
  process.kill(-(child.pid ?? 0), "SIGKILL");
  await ended(child);
  await fetch(`${demo.site.controlUrl}/faults`, { method: "DELETE" });
  await sleep(3500);
  mendCheckpoint(demo.settings);
  await demo.pulumi("cancel", "--yes");
  await expectConverged();
});
