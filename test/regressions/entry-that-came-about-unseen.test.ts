import { expect, test } from "vitest";
import { startSite } from "../emulator/site.js";
import { describeState } from "../helpers/describe-state.js";
import { startStack } from "../helpers/stack-engine.js";
import type { Declared } from "../helpers/stack-step.js";

const memberOf = (group: string): readonly Declared[] => [
  { kind: "GroupMember", name: "one", inputs: { group, user: "eve@acme.example" }, dependsOn: [] },
];

/** The write is heard but its answer is a fault, and reads do not show it yet. */
const unseen = [
  { method: "POST", kind: "status", status: 500, when: "after" },
  { method: "GET", kind: "stale", times: 2 },
];

test.each([
  ["made", []],
  ["moved", memberOf("web-devs")],
] as const)("an entry that was %s unseen goes with the stack that added it", async (_, earlier) => {
  const site = await startSite();
  const before = await describeState(site);
  const stack = startStack(site);
  await stack.up(earlier);
  await site.control("POST /faults", unseen);
  await expect(stack.up(memberOf("pay-devs"))).rejects.toThrow("500");
  await site.control("DELETE /faults");
  await stack.up(memberOf("pay-devs"));
  await stack.destroy();
  expect(await describeState(site)).toEqual(before);
});

test("an entry of before stays when the first look at it failed", async () => {
  const site = await startSite();
  const before = await describeState(site);
  const stack = startStack(site);
  const there = [
    { kind: "GroupMember", name: "one", inputs: { group: "pay-devs", user: "ann@acme.example" }, dependsOn: [] },
  ];
  await site.control("POST /faults", [{ method: "GET", path: "/group/member", kind: "status", status: 400 }]);
  await expect(stack.up(there)).rejects.toThrow("400");
  await stack.up(there);
  await stack.destroy();
  expect(await describeState(site)).toEqual(before);
});

test.each([
  ["goes, if the stack added it", "eve@acme.example"],
  ["stays, if it was there before", "ann@acme.example"],
])("an entry whose predecessor could not be taken away %s", async (_, user) => {
  const site = await startSite();
  const before = await describeState(site);
  const stack = startStack(site);
  const moved = [{ kind: "GroupMember", name: "one", inputs: { group: "pay-devs", user }, dependsOn: [] }];
  await stack.up(memberOf("web-devs"));
  await site.control("POST /faults", [{ method: "DELETE", kind: "status", status: 400 }]);
  await expect(stack.up(moved)).rejects.toThrow("400");
  await stack.up(moved);
  await stack.destroy();
  expect(await describeState(site)).toEqual(before);
});
