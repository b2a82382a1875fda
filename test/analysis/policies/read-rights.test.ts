import { expect, test } from "vitest";
import { readRights } from "../../../src/analysis/policies/read-rights.js";
import { listRights } from "../../../src/analysis/policies/right-text.js";

const read = (kind: string, props: unknown) =>
  readRights([{ type: `pulumi-nodejs:dynamic/jira:${kind}`, urn: `urn:${kind}`, props }]);

test.each<[string, unknown, readonly string[]]>([
  [
    "PermissionScheme",
    { name: "D", grants: { ADD_COMMENTS: { "projectRole:Developers": true, reporter: true } } },
    ["grant D / ADD_COMMENTS / projectRole:Developers", "grant D / ADD_COMMENTS / reporter"],
  ],
  ["PermissionScheme", { name: "D", description: "whose grants are left alone" }, []],
  [
    "HolderGrants",
    { scheme: "D", holder: "group:auditors", permissions: { BROWSE_PROJECTS: true, ADD_COMMENTS: true } },
    ["grant D / BROWSE_PROJECTS / group:auditors", "grant D / ADD_COMMENTS / group:auditors"],
  ],
  [
    "PermissionGrant",
    { scheme: "D", permission: "ADD_COMMENTS", holder: "assignee" },
    ["grant D / ADD_COMMENTS / assignee"],
  ],
  [
    "ProjectRoleActors",
    { project: "PAY", role: "Developers", users: { "ann@acme.example": true }, groups: { "pay-devs": true } },
    ["seat PAY / Developers / user:ann@acme.example", "seat PAY / Developers / group:pay-devs"],
  ],
  [
    "ProjectRoleActor",
    { project: "PAY", role: "Developers", user: "ann@acme.example" },
    ["seat PAY / Developers / user:ann@acme.example"],
  ],
  [
    "ProjectRoleActor",
    { project: "PAY", role: "Developers", group: "pay-devs" },
    ["seat PAY / Developers / group:pay-devs"],
  ],
  [
    "DefaultRoleActors",
    { role: "Developers", users: {}, groups: { "pay-devs": true } },
    ["seat new projects / Developers / group:pay-devs"],
  ],
  ["GroupMembers", { group: "auditors", users: { "eve@acme.example": true } }, ["member auditors / eve@acme.example"]],
  ["GroupMember", { group: "auditors", user: "eve@acme.example" }, ["member auditors / eve@acme.example"]],
  ["ProjectPermissionScheme", { project: "PAY", scheme: "D" }, []],
])("%s declares its rights", (kind, props, rights) => {
  const list = listRights(read(kind, { ...(props as object), schemeId: "1" }));
  expect(list).toEqual(rights.map((right) => ({ right, source: `urn:${kind}` })));
});

test("resources of other packages declare nothing", () => {
  const props = { name: "D", grants: { ADD_COMMENTS: { anyone: true } } };
  expect(listRights(readRights([{ type: "aws:jira:PermissionScheme", urn: "urn", props }]))).toEqual([]);
});

test("AccessProof declares the integrations", () => {
  const bot = { account: "bot@acme.example", projects: { PAY: true }, permissions: { BROWSE_PROJECTS: true } };
  const { integrations } = read("AccessProof", { accounts: { bot: { ...bot, elsewhere: "report" } }, findings: {} });
  expect(integrations).toEqual([
    {
      key: "bot",
      account: "bot@acme.example",
      projects: ["PAY"],
      permissions: ["BROWSE_PROJECTS"],
      tolerate: {},
      source: "urn:AccessProof",
    },
  ]);
});
