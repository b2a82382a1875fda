import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { plantSite } from "../../../src/emulator/seed/plant-site.js";
import { readSeed } from "../../../src/emulator/seed/read-seed.js";
import { parseSeed } from "../../../src/emulator/seed/seed.js";
import { startSite } from "../site.js";

async function write(name: string, text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "seed-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

const yaml = `
name: Tiny
applications: { jira-software: { groups: [users] } }
accounts: [{ email: ann@acme.example }, { email: bob@acme.example }]
groups: { users: { members: [ann@acme.example] } }
projectRoles: { Developers: {} }
permissionSchemes:
  Only: { grants: { BROWSE_PROJECTS: [{ projectRole: Developers }, assignee] } }
projects:
  - key: ONE
    name: One
    lead: ann@acme.example
    roles: { Developers: { users: [ann@acme.example] } }
    issues: [{ summary: First, reporter: ann@acme.example }]
`;

test("a site is read from YAML", async () => {
  const site = await startSite({ seed: readSeed(await write("site.yaml", yaml)) });
  expect((await site.ask("ann", "GET /project/search")).body.values).toMatchObject([{ key: "ONE" }]);
  expect((await site.ask("ann", "GET /issue/ONE-1")).body.fields.summary).toBe("First");
  expect((await site.ask("bob", "GET /project/search")).body.values).toEqual([]);
});

test("a site is read from JSON, and an empty one is a site too", async () => {
  expect(readSeed(await write("site.json", '{"name":"Empty"}'))).toMatchObject({ name: "Empty", projects: [] });
  expect(plantSite(parseSeed(undefined)).schemes).toMatchObject([{ id: 0, grants: [] }]);
});

test("every fault of the form is named with its path", () => {
  const seed = { plan: "golden", accounts: [{ mail: "x" }], projects: [{ key: "lower", name: "x", lead: "x" }] };
  expect(() => parseSeed(seed)).toThrow(
    /plan: .*\n.*accounts\.0\.email: .*\n.*accounts\.0: .*mail.*\n.*projects\.0\.key/s,
  );
});

test.each([
  ["a member that is no account", { groups: { g: { members: ["x@y"] } } }, /no account 'x@y'/],
  ["a product's group", { applications: { a: { groups: ["g"] } } }, /no group 'g'/],
  [
    "a role in a grant",
    { permissionSchemes: { s: { grants: { EDIT_ISSUES: [{ projectRole: "R" }] } } } },
    /no role 'R'/,
  ],
  [
    "two holders in one",
    { permissionSchemes: { s: { grants: { EDIT_ISSUES: [{ user: "a", group: "b" }] } } } },
    /grants/,
  ],
  ["a permission", { permissionSchemes: { s: { grants: { FLY: ["anyone"] } } } }, /^'FLY' is not a permission/],
  ["a holder type", { permissionSchemes: { s: { grants: { EDIT_ISSUES: [{ team: "R" }] } } } }, /'team: R'/],
])("%s that the seed does not describe is an error", (_, seed, message) => {
  expect(() => plantSite(parseSeed(seed))).toThrow(message);
});

test("an id that is given to a role is given to no other", () => {
  const { roles } = plantSite(parseSeed({ projectRoles: { A: {}, B: { id: 10100 }, C: {} } }));
  expect(new Set(roles.map((role) => role.id)).size).toBe(3);
});
