import { describe, expect, test } from "vitest";
import { startSite } from "../emulator/site.js";
import { describeState } from "../helpers/describe-state.js";
import { everyAllowance as allow } from "../helpers/every-allowance.js";
import { startStack } from "../helpers/stack-engine.js";
import type { Declared } from "../helpers/stack-step.js";

const declared = (kind: string, name: string, inputs: object): Declared => ({
  ...{ kind, name, inputs: { ...inputs }, dependsOn: [] },
});
const grant = { scheme: "Legacy open scheme", holder: "group:auditors" };
const seat = { project: "PAY", role: "Administrators" };
const eve = "eve@acme.example";
const kim = "kim@acme.example";

const pairs = {
  "grants of a holder": [
    [declared("HolderGrants", "all", { ...grant, permissions: ["EDIT_ISSUES", "LINK_ISSUES"] })],
    [declared("PermissionGrant", "one", { ...grant, permission: "EDIT_ISSUES" })],
  ],
  "people in a role": [
    [declared("ProjectRoleActors", "all", { ...seat, users: [eve, kim], allow })],
    [declared("ProjectRoleActor", "one", { ...seat, user: eve })],
  ],
  "members of a group": [
    [declared("GroupMembers", "all", { group: "pay-devs", users: [eve, kim], allow })],
    [declared("GroupMember", "one", { group: "pay-devs", user: eve })],
  ],
} as const;

/** What a site holds after stacks, one after the other, each with nothing left to do; and after the last has gone. */
async function comeThrough(...stacks: readonly (readonly Declared[])[]) {
  const site = await startSite();
  const before = await describeState(site);
  const stack = startStack(site);
  for (const one of stacks) {
    await stack.up(one);
    expect(await stack.preview(one)).toEqual([]);
  }
  const held = await describeState(site);
  await stack.destroy();
  return { before, held, left: await describeState(site) };
}

describe.each(Object.entries(pairs))("%s", (_, [list, single]) => {
  test.each([
    ["a list", "a single entry of it", list, single],
    ["a single entry", "the list that it is in", single, list],
  ])("that were held by %s and are now by %s are never lost, and go with the stack", async (_, __, from, to) => {
    const changed = await comeThrough(from, to);
    const straight = await comeThrough(to);
    expect(changed.held).toEqual(straight.held);
    expect(changed.left).toEqual(changed.before);
  });
});

test("what a list had taken out, and is now held by itself, stays when the stack goes", async () => {
  const all = { scheme: grant.scheme, holder: "applicationRole" };
  const changed = await comeThrough(
    [declared("HolderGrants", "all", { ...all, permissions: ["EDIT_ISSUES"] })],
    [declared("PermissionGrant", "one", { ...all, permission: "ADD_COMMENTS" })],
  );
  expect(changed.held).toEqual(changed.before);
  expect(changed.left).toEqual(changed.before);
});

test("a list and a single entry that take each other's place at once lose nothing", async () => {
  const site = await startSite();
  for (const name of ["Bots", "Testers"]) await site.ask("admin", "POST /role", { name });
  const all = (role: string, user: string) =>
    declared("ProjectRoleActors", role, { project: "PAY", role, users: [user], allow });
  const one = (role: string, user: string) => declared("ProjectRoleActor", "one", { project: "PAY", role, user });
  const stack = startStack(site);
  await stack.up([all("Testers", eve), one("Bots", kim)]);
  const swapped = [all("Bots", kim), one("Testers", eve)];
  await stack.up(swapped, { atOnce: true });
  expect(await stack.preview(swapped)).toEqual([]);
});
