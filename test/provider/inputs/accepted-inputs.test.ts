import { describe, expect, test } from "vitest";
import { provider } from "../../../src/provider/index.js";
import type { Kind } from "../../../src/provider/providers.js";

type Inputs = Readonly<Record<string, unknown>>;

const check = (kind: Kind, inputs: Inputs) => provider(kind).check({}, { ...inputs });
const scheme = { name: "Delivery", owner: "acme/test" };
const grants = { scheme: "Delivery", holder: "assignee", permissions: ["EDIT_ISSUES"] };
const actors = { project: "PAY", role: "Developers" };

describe("inputs that are accepted", () => {
  test("lose the spaces around a description, which Jira and the mark would blur", async () => {
    const { inputs, failures } = await check("ProjectRole", { ...scheme, description: "They build\n" });
    expect([inputs.description, failures]).toEqual(["They build", []]);
  });

  test("may have an empty description", async () => {
    for (const kind of ["ProjectRole", "PermissionScheme"] as const) {
      expect((await check(kind, { ...scheme, description: "" })).failures).toEqual([]);
    }
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

  test("are lists in alphabetical order, empty where none is given, and may come as the maps that state holds", async () => {
    const listed = await check("ProjectRoleActors", { ...actors, users: ["eve", "ann", "bob"] });
    expect(JSON.stringify(listed.inputs)).toBe(
      JSON.stringify({ ...actors, users: { ann: true, bob: true, eve: true }, groups: {} }),
    );
    expect(await check("ProjectRoleActors", listed.inputs)).toEqual(listed);
  });

  test("are grants in alphabetical order, without permissions that nobody is granted", async () => {
    const { inputs, failures } = await check("PermissionScheme", {
      ...scheme,
      grants: { EDIT_ISSUES: ["assignee"], LINK_ISSUES: [], ADD_COMMENTS: ["reporter"] },
    });
    expect([Object.keys(inputs.grants as object), failures]).toEqual([["ADD_COMMENTS", "EDIT_ISSUES"], []]);
  });

  test("are texts by names in alphabetical order", async () => {
    const tolerate = { EDIT_ISSUES: "it edits", ADD_COMMENTS: "it comments", LINK_ISSUES: "it links" };
    const { inputs, failures } = await check("AccessProof", {
      accounts: { bot: { account: "bot@acme.example", tolerate } },
    });
    const { bot } = inputs.accounts as { bot: { tolerate: object } };
    expect(Object.entries(bot.tolerate)).toEqual([
      ["ADD_COMMENTS", "it comments"],
      ["EDIT_ISSUES", "it edits"],
      ["LINK_ISSUES", "it links"],
    ]);
    expect(failures).toEqual([]);
  });

  test("keep the brakes that may be passed, and one of two ways to name an actor", async () => {
    const allow = { removals: 6 };
    expect((await check("GroupMembers", { group: "a", users: [], allow })).inputs).toEqual({
      group: "a",
      users: {},
      allow,
    });
    expect(await check("ProjectRoleActor", { ...actors, group: "a" })).toEqual({
      ...{ inputs: { ...actors, group: "a" }, failures: [] },
    });
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
