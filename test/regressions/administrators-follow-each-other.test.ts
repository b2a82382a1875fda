import { expect, test } from "vitest";
import { declareStack } from "../../src/resources/stack/declare-stack.js";
import { expandStack } from "../../src/stack/expand/expand-stack.js";
import { parseStack } from "../../src/stack/read-stack.js";
import { registeredBy } from "../resources/registered.js";

const text = `
integrationUsers:
  reader: { account: reader@acme.example, projects: [PAY], permissions: [BROWSE_PROJECTS] }
  steward: { account: steward@acme.example, projects: [PAY], permissions: [BROWSE_PROJECTS, ADMINISTER_PROJECTS] }
projects:
  PAY: { permissionScheme: { site: Legacy } }
`;

test("who is to administer projects is granted that before others of the scheme may lose it", async () => {
  const registered = await registeredBy(() => declareStack(expandStack(parseStack("x.yaml", text))));
  const grants = registered.filter(({ type }) => type.endsWith(":HolderGrants"));
  expect(grants.map(({ name }) => name)).toEqual(["steward@Legacy", "reader@Legacy"]);
});
