import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { provider } from "../../../src/provider/index.js";
import { declareStack } from "../../../src/resources/stack/declare-stack.js";
import { expandStack } from "../../../src/stack/expand/expand-stack.js";
import { parseStack } from "../../../src/stack/read-stack.js";
import { type Registered, registeredBy } from "../registered.js";

const declared = (text: string, schemeOf?: (project: string) => string | undefined) =>
  registeredBy(() => declareStack(expandStack(parseStack("x.yaml", text), schemeOf)));

const bare = `
projectRoles: { Developers: {} }
permissionSchemes: { delivery: {}, closed: { grants: {} } }
projects:
  PAY: { permissionScheme: delivery, roles: { Developers: { users: [ann@acme.example] } } }
`;

describe("a stack", () => {
  test.each([
    ["that says no more than it must", bare],
    ["as large as the demo's", readFileSync("stacks/demo.yaml", "utf8")],
  ])("%s is accepted by every provider", async (_, text) => {
    const resources = await declared(text);
    expect(resources.length).toBeGreaterThan(3);
    for (const { type, name, inputs } of resources) {
      expect([name, (await provider(kindOf(type)).check({}, { ...inputs })).failures]).toEqual([name, []]);
    }
  });

  test("becomes resources named by the keys of its file, marked as its own", async () => {
    const resources = await declared(bare);
    expect(resources.map(({ type, name }) => `${kindOf(type)} ${name}`).sort()).toEqual([
      "PermissionScheme closed",
      "PermissionScheme delivery",
      "ProjectPermissionScheme PAY",
      "ProjectRole Developers",
      "ProjectRoleActors PAY/Developers",
    ]);
    expect(inputsOf(resources, "PermissionScheme", "closed")).toMatchObject({
      name: "closed",
      owner: "acme/test",
      grants: {},
    });
    expect(inputsOf(resources, "PermissionScheme", "delivery")).not.toHaveProperty("grants");
    expect(inputsOf(resources, "ProjectRole", "Developers")).toMatchObject({ owner: "acme/test" });
  });

  test("names a scheme that stays the site's by its name there", async () => {
    const text = `
integrationUsers:
  bot: { account: bot@acme.example, projects: [PAY], permissions: [BROWSE_PROJECTS] }
projects:
  PAY: { permissionScheme: { site: Legacy } }
`;
    const resources = await declared(text);
    expect(inputsOf(resources, "ProjectPermissionScheme", "PAY")).toMatchObject({ project: "PAY", scheme: "Legacy" });
    expect(inputsOf(resources, "HolderGrants", "bot@Legacy")).toMatchObject({
      scheme: "Legacy",
      holder: "projectRole:Integration: bot",
      permissions: ["BROWSE_PROJECTS"],
    });
  });

  test("proves its integration users, where it has any", async () => {
    const text = `
integrationUsers:
  bot: { account: bot@acme.example, projects: [PAY], permissions: [BROWSE_PROJECTS], elsewhere: forbid }
`;
    expect(inputsOf(await declared(text), "AccessProof", "access")?.accounts).toEqual({
      bot: {
        account: "bot@acme.example",
        projects: ["PAY"],
        permissions: ["BROWSE_PROJECTS"],
        tolerate: {},
        elsewhere: "forbid",
      },
    });
    expect(inputsOf(await declared(bare), "AccessProof", "access")).toBeUndefined();
  });
});

function kindOf(type: string): string {
  return type.replace("pulumi-nodejs:dynamic/jira:", "");
}

function inputsOf(resources: readonly Registered[], kind: string, name: string) {
  return resources.find((one) => kindOf(one.type) === kind && one.name === name)?.inputs;
}
