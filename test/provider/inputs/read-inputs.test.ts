import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { provider } from "../../../src/provider/index.js";
import { unknownValue as unknown } from "../../../src/provider/inputs/unknown-value.js";
import type { Kind } from "../../../src/provider/providers.js";

type Inputs = Readonly<Record<string, unknown>>;

const check = (kind: Kind, inputs: Inputs) => provider(kind).check({}, { ...inputs });
const failures = async (kind: Kind, inputs: Inputs) =>
  (await check(kind, inputs)).failures.map(({ property, reason }) => `${property}: ${reason}`);

const scheme = { name: "Delivery", owner: "acme/test" };
const grants = { scheme: "Delivery", holder: "assignee", permissions: ["EDIT_ISSUES"] };
const actors = { project: "PAY", role: "Developers" };
const proofWith = (more: Inputs) => ({ accounts: { bot: { account: "bot@acme.example", ...more } } });

test("the text of an unknown value is the SDK's", () => {
  expect(unknown).toBe(pulumi.runtime.unknownValue);
});

describe("an unknown value", () => {
  test.each([
    ["a text", [unknown, "assignee"]],
    ["a holder's name", [{ projectRole: unknown }, "assignee"]],
    ["the whole list", unknown],
  ])("of %s makes that permission unknown, and no other", async (_, holders) => {
    const { inputs, failures } = await check("PermissionScheme", {
      ...scheme,
      grants: { ADD_COMMENTS: holders, EDIT_ISSUES: ["reporter"] },
    });
    expect(failures).toEqual([]);
    expect(inputs.grants).toEqual({ ADD_COMMENTS: unknown, EDIT_ISSUES: { reporter: true } });
  });

  test.each<readonly [Kind, string, Inputs]>([
    ["PermissionScheme", "grants", { ...scheme, grants: unknown }],
    ["HolderGrants", "permissions", { ...grants, permissions: unknown }],
    ["HolderGrants", "permissions", { ...grants, permissions: ["EDIT_ISSUES", unknown] }],
    ["HolderGrants", "holder", { ...grants, holder: unknown }],
    ["HolderGrants", "holder", { ...grants, holder: { projectRole: unknown } }],
    ["HolderGrants", "scheme", { ...grants, scheme: unknown }],
    ["ProjectRoleActors", "users", { ...actors, users: ["bob@acme.example", unknown] }],
    ["ProjectRoleActors", "groups", { ...actors, groups: unknown }],
    ["ProjectRoleActors", "role", { ...actors, role: unknown }],
    ["ProjectPermissionScheme", "scheme", { project: "PAY", scheme: unknown }],
    ["ProjectRole", "description", { ...scheme, description: unknown }],
    ["ProjectRoleActor", "user", { ...actors, user: unknown }],
  ])("in %s.%s makes the whole of it unknown", async (kind, property, inputs) => {
    const checked = await check(kind, inputs);
    expect(checked.failures).toEqual([]);
    expect(checked.inputs[property]).toBe(unknown);
  });
});

test("an unknown value may turn out to be true, so that it is no fault", async () => {
  expect(await failures("ProjectRole", { ...scheme, adopt: unknown })).toEqual([]);
});

test("a map of texts is unknown as a whole", async () => {
  const accounts = { bot: { account: "bot@acme.example", projects: [], permissions: [], tolerate: unknown } };
  const { inputs, failures } = await check("AccessProof", { accounts });
  expect([inputs.accounts, failures]).toMatchObject([{ bot: { tolerate: unknown } }, []]);
});

describe("inputs that cannot be accepted", () => {
  test.each<readonly [Kind, Inputs, readonly string[]]>([
    ["PermissionScheme", {}, ["name: must be a text that is not empty", "owner: must be a text that is not empty"]],
    ["PermissionScheme", { ...scheme, name: " Delivery" }, ["name: must not begin or end with a space"]],
    ["PermissionScheme", { ...scheme, description: 7 }, ["description: must be a text"]],
    ["PermissionScheme", { ...scheme, adopt: "yes" }, ["adopt: must be true or false"]],
    ["PermissionScheme", { ...scheme, grants: ["EDIT_ISSUES"] }, ["grants: must be a map from permission to holders"]],
    ["PermissionScheme", { ...scheme, grants: { EDIT_ISSUES: "assignee" } }, ["grants.EDIT_ISSUES: must be a list"]],
    [
      "PermissionScheme",
      {
        ...scheme,
        grants: { EDIT_ISSUES: ["asignee", { role: "X" }, { group: "" }, { group: "a", user: "b" }, "group"] },
      },
      [
        'grants.EDIT_ISSUES: unknown holder type "asignee"',
        'grants.EDIT_ISSUES: unknown holder type "role"',
        "grants.EDIT_ISSUES: group must name something by a text that is not empty",
        "grants.EDIT_ISSUES: must be a holder type or an object of one holder type and a name",
        "grants.EDIT_ISSUES: group must name something",
      ],
    ],
    ["HolderGrants", { ...grants, holder: "assignee:bob" }, ["holder: assignee takes no name"]],
    [
      "HolderGrants",
      { ...grants, holder: 7 },
      ["holder: must be a holder type or an object of one holder type and a name"],
    ],
    [
      "HolderGrants",
      { ...grants, holder: null },
      ["holder: must be a holder type or an object of one holder type and a name"],
    ],
    [
      "HolderGrants",
      { ...grants, holder: { group: 7 } },
      ["holder: group must name something by a text that is not empty"],
    ],
    ["HolderGrants", { ...grants, permissions: "EDIT_ISSUES" }, ["permissions: must be a list"]],
    ["HolderGrants", { ...grants, permissions: [null] }, ["permissions: must hold texts only"]],
    ["PermissionScheme", { ...scheme, grants: null }, ["grants: must be a map from permission to holders"]],
    ["PermissionScheme", { ...scheme, allow: { removals: -1 } }, ["allow: removals must be a whole number above 0"]],
    ["ProjectRoleActor", { ...actors }, ["user: exactly one of user and group must be given"]],
    ["ProjectRoleActor", { ...actors, user: "a", group: "b" }, ["user: exactly one of user and group must be given"]],
    ["ProjectRoleActor", { ...actors, group: "" }, ["group: must be a text that is not empty"]],
    [
      "AccessProof",
      proofWith({ tolerate: "EDIT_ISSUES" }),
      ["accounts.bot.tolerate: must be a map from names to texts"],
    ],
    ["AccessProof", proofWith({ tolerate: { EDIT_ISSUES: 7 } }), ["accounts.bot.tolerate: must hold texts only"]],
    [
      "ProjectRoleActors",
      { ...actors, users: ["", 7] },
      ["users: must hold texts only", "users: must hold texts only"],
    ],
    ["ProjectPermissionScheme", { project: "PAY" }, ["scheme: must be a text that is not empty"]],
    ["ProjectRole", { ...scheme, swapWith: "" }, ["swapWith: must be a text that is not empty"]],
  ])("of %s are named by property: %j", async (kind, inputs, expected) => {
    expect(await failures(kind, inputs)).toEqual(expected);
  });
});

test("a kind that this version does not know is said to come from a newer one", () => {
  expect(() => provider("Spaceship")).toThrow(
    "this version of pulumi-jira-access has no resource Spaceship; the state was written by a newer one",
  );
});
