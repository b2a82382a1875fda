import { expect, test } from "vitest";
import { startSite } from "../emulator/site.js";
import { describeState } from "../helpers/describe-state.js";
import { startStack } from "../helpers/stack-engine.js";
import type { Declared } from "../helpers/stack-step.js";

const scheme = "Legacy open scheme";
const roleInputs = { name: "bots", description: "", owner: "acme/test" };
const role: Declared = { kind: "ProjectRole", name: "bots", inputs: roleInputs, dependsOn: [] };
const group: Declared = { kind: "Group", name: "robots", inputs: { name: "robots" }, dependsOn: [] };
const ofRole = (kind: string, inputs: object): readonly [Declared, Declared] => [
  role,
  { kind, name: "of bots", inputs: { ...inputs }, dependsOn: ["ProjectRole::bots"] },
];
const ofGroup = (kind: string, inputs: object): readonly [Declared, Declared] => [
  group,
  { kind, name: "of robots", inputs: { ...inputs }, dependsOn: ["Group::robots"] },
];
const permissions = ["BROWSE_PROJECTS", "EDIT_ISSUES"];
const permission = "EDIT_ISSUES";
const users = ["ann@acme.example", "eve@acme.example"];

const well = { kind: "delay", delayMs: 0 };
const badly = { kind: "status", status: 400, times: 999 };
const inProject = { method: "GET", path: "/project/10000/" };
const firstOfTwo = [
  { ...well, method: "POST", times: 2 },
  { ...badly, method: "POST" },
];
const answerAndLook = (method: string, path: string, look: object) => [
  { ...badly, method, path, when: "after" },
  { ...well, ...look },
  { ...badly, ...look },
];

test.each([
  ["grants of a role", ofRole("HolderGrants", { scheme, holder: "projectRole:bots", permissions }), firstOfTwo],
  ["grants of a group", ofGroup("HolderGrants", { scheme, holder: "group:robots", permissions }), firstOfTwo],
  ["members", ofGroup("GroupMembers", { group: "robots", users }), firstOfTwo],
  [
    "people in a role",
    ofRole("ProjectRoleActors", { project: "PAY", role: "bots", users }),
    answerAndLook("PUT", "/role/", inProject),
  ],
  [
    "single grant of a role",
    ofRole("PermissionGrant", { scheme, permission, holder: "projectRole:bots" }),
    answerAndLook("POST", "/permission$", { method: "GET", path: "/permissionscheme$" }),
  ],
  [
    "single grant of a group",
    ofGroup("PermissionGrant", { scheme, permission, holder: "group:robots" }),
    // The group looks for schemes that grant it something before it is made.
    answerAndLook("POST", "/permission$", { method: "GET", path: "/permissionscheme$" }),
  ],
  [
    "single person in a role",
    ofRole("ProjectRoleActor", { project: "PAY", role: "bots", user: users[0] }),
    answerAndLook("POST", "/project/", inProject),
  ],
  [
    "group in a role of the site",
    ofGroup("ProjectRoleActor", { project: "PAY", role: "Administrators", group: "robots" }),
    answerAndLook("POST", "/project/", inProject),
  ],
  [
    "single member",
    ofGroup("GroupMember", { group: "robots", user: users[0] }),
    answerAndLook("POST", "/group/user", { method: "GET", path: "/group/member" }),
  ],
] as const)("%s of a stack that came about in a killed run go with the stack", async (_, [owner, list], faults) => {
  const site = await startSite();
  const before = await describeState(site);
  const stack = startStack(site);
  await site.control("POST /faults", faults);
  await expect(stack.up([owner, list], { dies: true })).rejects.toThrow();
  expect(stack.kept()).toHaveLength(1);
  await site.control("DELETE /faults");
  const killed = await describeState(site);
  await stack.up([owner, list]);
  expect(killed).not.toEqual(before);
  await stack.destroy();
  expect(await describeState(site)).toEqual(before);
});
