import { describe, expect, test } from "vitest";
import { typePrefix } from "../../src/model/resource-type.js";
import { startProcess } from "../helpers/engine.js";
import { readStateFixtures, startLeftSite } from "../upgrade/state-fixture.js";

const kinds = [
  ...["AccessProof", "DefaultRoleActors", "Group", "GroupMember", "GroupMembers", "HolderGrants", "PermissionGrant"],
  ...["PermissionScheme", "ProjectPermissionScheme", "ProjectRole", "ProjectRoleActor", "ProjectRoleActors", "User"],
];

describe.each(readStateFixtures())("the state that $version left behind", (fixture) => {
  const resources = fixture.state.deployment.resources.filter(({ type }) => type.includes(typePrefix));

  test("holds every kind", () => {
    const held = new Set(resources.map(({ type }) => type.slice(type.indexOf(typePrefix) + typePrefix.length)));
    expect([...held].sort()).toEqual(kinds);
  });

  test("is read, checked and compared as nothing to do", async () => {
    const site = await startLeftSite(fixture);
    const open = await startProcess(site);
    for (const { type, id = "", inputs = {}, outputs = {} } of resources) {
      const provider = await open(type.slice(type.lastIndexOf(":") + 1));
      const { __provider: _, ...known } = inputs;
      expect(await provider.read(id, outputs)).toMatchObject({ id, inputs: known });
      expect(await provider.check(inputs, inputs)).toEqual({ inputs: known, failures: [] });
      expect(await provider.diff(id, outputs, inputs)).toEqual({});
    }
  });
});
