import { createRequire } from "node:module";
import { runInThisContext } from "node:vm";
import { beforeAll, expect, test } from "vitest";
import {
  AccessProof,
  Group,
  GroupMember,
  GroupMembers,
  HolderGrants,
  PermissionGrant,
  PermissionScheme,
  ProjectPermissionScheme,
  ProjectRole,
  ProjectRoleActor,
  ProjectRoleActors,
} from "../../src/index.js";
import { type Registered, registeredBy } from "./registered.js";

/** The text in every state that was ever written, kind by kind: a line here may be added, and none may change. */
const frozen: Readonly<Record<string, string>> = {
  AccessProof: `exports.handler=()=>require("module").createRequire(process.cwd()+"/_.js")("pulumi-jira-access/provider").provider("AccessProof")`,
  Group: `exports.handler=()=>require("module").createRequire(process.cwd()+"/_.js")("pulumi-jira-access/provider").provider("Group")`,
  GroupMember: `exports.handler=()=>require("module").createRequire(process.cwd()+"/_.js")("pulumi-jira-access/provider").provider("GroupMember")`,
  GroupMembers: `exports.handler=()=>require("module").createRequire(process.cwd()+"/_.js")("pulumi-jira-access/provider").provider("GroupMembers")`,
  HolderGrants: `exports.handler=()=>require("module").createRequire(process.cwd()+"/_.js")("pulumi-jira-access/provider").provider("HolderGrants")`,
  PermissionGrant: `exports.handler=()=>require("module").createRequire(process.cwd()+"/_.js")("pulumi-jira-access/provider").provider("PermissionGrant")`,
  PermissionScheme: `exports.handler=()=>require("module").createRequire(process.cwd()+"/_.js")("pulumi-jira-access/provider").provider("PermissionScheme")`,
  ProjectPermissionScheme: `exports.handler=()=>require("module").createRequire(process.cwd()+"/_.js")("pulumi-jira-access/provider").provider("ProjectPermissionScheme")`,
  ProjectRole: `exports.handler=()=>require("module").createRequire(process.cwd()+"/_.js")("pulumi-jira-access/provider").provider("ProjectRole")`,
  ProjectRoleActor: `exports.handler=()=>require("module").createRequire(process.cwd()+"/_.js")("pulumi-jira-access/provider").provider("ProjectRoleActor")`,
  ProjectRoleActors: `exports.handler=()=>require("module").createRequire(process.cwd()+"/_.js")("pulumi-jira-access/provider").provider("ProjectRoleActors")`,
};

let registered: readonly Registered[];

beforeAll(async () => {
  registered = await registeredBy(() => {
    new AccessProof("AccessProof", { accounts: {} });
    new Group("Group", { name: "g" });
    new GroupMember("GroupMember", { group: "g", user: "u" });
    new GroupMembers("GroupMembers", { group: "h" });
    new HolderGrants("HolderGrants", { scheme: "s", holder: "assignee", permissions: [] });
    new PermissionGrant("PermissionGrant", { scheme: "s", holder: "reporter", permission: "EDIT_ISSUES" });
    new PermissionScheme("PermissionScheme", { name: "s" });
    new ProjectPermissionScheme("ProjectPermissionScheme", { project: "PAY", scheme: "s" });
    new ProjectRole("ProjectRole", { name: "r" });
    new ProjectRoleActor("ProjectRoleActor", { project: "PAY", role: "r", user: "u" });
    new ProjectRoleActors("ProjectRoleActors", { project: "OPS", role: "r" });
  });
});

test.each(Object.entries(frozen))("a %s keeps the text that old states hold", (kind, text) => {
  const [resource] = registered.filter(({ type }) => type === `pulumi-nodejs:dynamic/jira:${kind}`);
  expect(resource?.inputs.__provider).toBe(text);
});

test.each(Object.entries(frozen))("the text of a %s, run as Pulumi runs it, gives all that it calls", (_, text) => {
  const module: { handler?: () => Record<string, unknown> } = {};
  const compiled = runInThisContext(`(function (exports, require) { ${text}\n})`) as (
    exports: typeof module,
    require: NodeJS.Require,
  ) => void;
  compiled(module, createRequire(import.meta.url));
  const provider = module.handler?.() ?? {};
  for (const name of ["configure", "check", "diff", "create", "read", "update", "delete"]) {
    expect(provider[name], name).toBeTypeOf("function");
  }
});
