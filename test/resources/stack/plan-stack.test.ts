import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { provider } from "../../../src/provider/index.js";
import { declareStack } from "../../../src/resources/stack/declare-stack.js";
import { planStack } from "../../../src/resources/stack/plan-stack.js";
import { expandStack } from "../../../src/stack/expand/expand-stack.js";
import { parseStack } from "../../../src/stack/read-stack.js";
import { registeredBy } from "../registered.js";

const everything = `
integrationUsers:
  bot: { account: bot@acme.example, projects: [PAY, OPS], permissions: [BROWSE_PROJECTS] }
projectRoles:
  Developers: { description: People, adopt: true }
groups:
  auditors: { members: [eve@acme.example], allow: { removals: 9 } }
  empty: {}
permissionSchemes:
  delivery:
    formerly: old
    name: Delivery scheme
    grants: { BROWSE_PROJECTS: [{ projectRole: Developers }, reporter] }
    allow: { lastAdministrator: closing down }
  bare: {}
projects:
  PAY: { permissionScheme: delivery, roles: { Developers: { groups: [auditors] } } }
  OPS: { permissionScheme: { site: Legacy } }
`;

test.each([
  ["a stack with every kind of entry", everything],
  ["the demo's stack", readFileSync("stacks/demo.yaml", "utf8")],
])("%s is planned as it is declared", async (_, text) => {
  const desired = expandStack(parseStack("x.yaml", text));
  const registered = await registeredBy(() => declareStack(desired));
  const declared = await Promise.all(
    registered.map(async ({ type, name, inputs: { __provider: _stub, ...inputs } }) => {
      const kind = type.replace("pulumi-nodejs:dynamic/jira:", "");
      return [`${kind} ${name}`, await kept(kind, inputs)] as const;
    }),
  );
  const planned = await Promise.all(
    planStack(desired, "acme/test").map(
      async ({ kind, name, inputs }) => [`${kind} ${name}`, await kept(kind, inputs)] as const,
    ),
  );
  expect(declared.length).toBeGreaterThan(5);
  expect(Object.fromEntries(planned)).toEqual(Object.fromEntries(declared));
});

async function kept(kind: string, inputs: object): Promise<unknown> {
  return JSON.parse(JSON.stringify((await provider(kind).check({}, { ...inputs })).inputs));
}
