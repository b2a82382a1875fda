import { expect, test } from "vitest";
import { startSite } from "../emulator/site.js";
import { describeState } from "../helpers/describe-state.js";
import { everyAllowance as allow } from "../helpers/every-allowance.js";
import { startStack } from "../helpers/stack-engine.js";
import type { Declared } from "../helpers/stack-step.js";

const delivery: Declared = {
  ...{ kind: "PermissionScheme", name: "delivery", dependsOn: [] },
  inputs: { name: "Delivery", owner: "acme/test" },
};
const associate = (scheme: string): readonly Declared[] => [
  delivery,
  {
    ...{ kind: "ProjectPermissionScheme", name: "PAY", dependsOn: ["PermissionScheme::delivery"] },
    inputs: { project: "PAY", scheme, allow },
  },
];

test("a project that a killed run moved to a scheme of the stack gets back what it had when the stack goes", async () => {
  const site = await startSite();
  const before = await describeState(site);
  const stack = startStack(site);
  await stack.up(associate("Legacy open scheme"));
  const dead = { path: "/project/.*/permissionscheme$", kind: "status", status: 400 };
  await site.control("POST /faults", [
    { method: "PUT", ...dead, when: "after" },
    { method: "GET", skip: 1, ...dead, times: 9 },
  ]);
  await expect(stack.up(associate("Delivery"), { dies: true })).rejects.toThrow();
  await site.control("DELETE /faults");
  expect((await describeState(site)).projects.PAY?.scheme).toBe("Delivery");
  await stack.up(associate("Delivery"));
  await stack.destroy();
  expect(await describeState(site)).toEqual(before);
});
