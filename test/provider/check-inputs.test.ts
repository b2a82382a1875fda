import * as pulumi from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import { provider } from "../../src/provider/index.js";
import type { Kind } from "../../src/provider/providers.js";
import { unknownValue as unknown } from "../../src/provider/unknown.js";

type Inputs = Readonly<Record<string, unknown>>;

const check = (kind: Kind, inputs: Inputs) => provider(kind).check({}, { ...inputs });
const failures = async (kind: Kind, inputs: Inputs) =>
  (await check(kind, inputs)).failures.map(({ property, reason }) => `${property}: ${reason}`);

const scheme = { name: "Delivery", owner: "acme/test" };
const grants = { scheme: "Delivery", holder: "assignee", permissions: ["EDIT_ISSUES"] };
const actors = { project: "PAY", role: "Developers" };

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
  ])("in %s.%s makes the whole of it unknown", async (kind, property, inputs) => {
    const checked = await check(kind, inputs);
    expect(checked.failures).toEqual([]);
    expect(checked.inputs[property]).toBe(unknown);
  });
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
    ["HolderGrants", { ...grants, permissions: "EDIT_ISSUES" }, ["permissions: must be a list"]],
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

describe("inputs that are accepted", () => {
  test("lose the spaces around a description, which Jira and the mark would blur", async () => {
    const { inputs, failures } = await check("ProjectRole", { ...scheme, description: "They build\n" });
    expect([inputs.description, failures]).toEqual(["They build", []]);
  });

  test("may have an empty description", async () => {
    expect(await failures("ProjectRole", { ...scheme, description: "" })).toEqual([]);
    expect(await failures("PermissionScheme", { ...scheme, description: "" })).toEqual([]);
  });

  test("are the same whatever the order in which they were written", async () => {
    const one = await check("PermissionScheme", {
      ...scheme,
      grants: { EDIT_ISSUES: ["reporter", { group: "a" }], ADD_COMMENTS: ["assignee", "assignee"] },
    });
    const other = await check("PermissionScheme", {
      ...scheme,
      grants: { ADD_COMMENTS: ["assignee"], EDIT_ISSUES: ["group:a", "reporter"] },
    });
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });

  test("keep a holder whose name has colons", async () => {
    const { inputs } = await check("HolderGrants", { ...grants, holder: { projectRole: "Integration: bot" } });
    expect(inputs.holder).toBe("projectRole:Integration: bot");
  });

  test("do not keep adopt where it is false", async () => {
    const { inputs } = await check("ProjectRole", { ...scheme, adopt: false });
    expect(inputs).not.toHaveProperty("adopt");
  });

  test("come without the provider's text", async () => {
    const { inputs } = await check("ProjectRole", { ...scheme, __provider: "text" });
    expect(inputs).toEqual({ ...scheme, description: "" });
  });
});

test("a kind that this version does not know is said to come from a newer one", () => {
  expect(() => provider("Spaceship")).toThrow(
    "this version of pulumi-jira-access has no resource Spaceship; the state was written by a newer one",
  );
});
