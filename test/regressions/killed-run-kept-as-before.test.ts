import { expect, test } from "vitest";
import { startSite } from "../emulator/site.js";
import { describeState } from "../helpers/describe-state.js";
import { startStack } from "../helpers/stack-engine.js";
import type { Declared } from "../helpers/stack-step.js";

const bots = { name: "bots", description: "", owner: "acme/test" };
const role: Declared = { kind: "ProjectRole", name: "bots", inputs: bots, dependsOn: [] };
const ofRole = { name: "of bots", dependsOn: ["ProjectRole::bots"] };
const grants: Declared = {
  ...ofRole,
  kind: "HolderGrants",
  inputs: { scheme: "Legacy open scheme", holder: "projectRole:bots", permissions: ["BROWSE_PROJECTS", "EDIT_ISSUES"] },
};
const actors: Declared = {
  ...ofRole,
  kind: "ProjectRoleActors",
  inputs: { project: "PAY", role: "bots", users: ["ann@acme.example"] },
};
const well = { kind: "delay", delayMs: 0 };
const badly = { kind: "status", status: 400, times: 999 };
const inProject = { method: "GET", path: "/project/10000/" };

test.each([
  [
    "grants",
    grants,
    [
      { ...well, method: "POST", times: 2 },
      { ...badly, method: "POST" },
    ],
  ],
  [
    "people",
    actors,
    [
      { ...badly, method: "PUT", when: "after" },
      { ...well, ...inProject },
      { ...badly, ...inProject },
    ],
  ],
] as const)("a role whose %s came about in a killed run can be deleted with its stack", async (_, list, faults) => {
  const site = await startSite();
  const before = await describeState(site);
  const stack = startStack(site);
  await site.control("POST /faults", faults);
  await expect(stack.up([role, list], { dies: true })).rejects.toThrow();
  expect(stack.kept()).toEqual(["ProjectRole::bots"]);
  await site.control("DELETE /faults");
  await stack.up([role, list]);
  await stack.destroy();
  expect(await describeState(site)).toEqual(before);
});
