import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { startSite } from "../../infra/trial/site.js";
import { openStack, runToFail, type StackProject, writesAmong } from "../helpers/stack-project.js";

const named = z.object({ id: z.number(), name: z.string() });
const keys = ["ADD_COMMENTS", "CREATE_ISSUES", "EDIT_ISSUES", "LINK_ISSUES", "ASSIGN_ISSUES", "CLOSE_ISSUES"];
const people = ["ann", "bob", "carla", "dmitri", "eve", "farid", "grace", "hugo"].map((who) => `${who}@acme.example`);
const two = people.slice(0, 2).join(", ");
const all = people.join(", ");
const yaml = `
permissionSchemes:
  delivery:
    name: Delivery
    grants:
      ADMINISTER_PROJECTS: [{ projectRole: Administrators }]
      BROWSE_PROJECTS: [{ projectRole: Developers }, { projectRole: Administrators }]
${keys.map((key) => `      ${key}: [{ projectRole: Developers }, { group: auditors }]\n`).join("")}
groups:
  crew: { members: [${all}] }
projectRoles: { Developers: {} }
projects:
  WEB:
    permissionScheme: delivery
    roles:
      Administrators: { users: [admin@acme.example, dmitri@acme.example] }
      Developers: { users: [${all}] }
`;

let stack: StackProject;

beforeAll(async () => {
  stack = await openStack(await startSite(false), "brakes");
  stack.write(yaml);
  await stack.pulumi("up", "--yes", "--skip-preview");
});
beforeEach(() => stack.write(yaml));
afterAll(() => stack.close());

test.each([
  [
    "the last administrator of a project",
    "ADMINISTER_PROJECTS: [{ projectRole: Administrators }]",
    "ADMINISTER_PROJECTS: []",
    'nobody would administer WEB: the list grants ADMINISTER_PROJECTS to nobody, and project role "Administrators" would lose it',
    "name: Delivery",
    "name: Delivery\n    allow: { lastAdministrator: the project is being closed }",
  ],
  [
    "its own administration",
    "users: [admin@acme.example, dmitri@acme.example]",
    "users: [dmitri@acme.example]",
    "admin@acme.example, who runs this, would lose ADMINISTER_PROJECTS in WEB",
    "permissionScheme: delivery",
    "permissionScheme: delivery\n    allow: { self: handed over }",
  ],
  [
    "a large part of a list",
    keys.map((key) => `      ${key}: [{ projectRole: Developers }, { group: auditors }]\n`).join(""),
    keys.map((key) => `      ${key}: [{ projectRole: Developers }]\n`).join(""),
    '6 of 15 declared grants would go at once: group "auditors" loses ADD_COMMENTS, ASSIGN_ISSUES, CLOSE_ISSUES and 3 more',
    "name: Delivery",
    "name: Delivery\n    allow: { removals: 6 }",
  ],
  [
    "many of those who hold a role",
    `Developers: { users: [${all}] }`,
    `Developers: { users: [${two}] }`,
    "projects.WEB.roles.Developers: 6 of 8 declared people and groups would go at once: carla@acme.example, dmitri@",
    "permissionScheme: delivery",
    "permissionScheme: delivery\n    allow: { removals: 6 }",
  ],
  [
    "many members of a group",
    `crew: { members: [${all}] }`,
    `crew: { members: [${two}] }`,
    "groups.crew.members: 6 of 8 declared people would go at once: carla@acme.example, dmitri@acme.example, eve@",
    `members: [${two}]`,
    `members: [${two}], allow: { removals: 6 }`,
  ],
])("a preview refuses to take away %s, until the file allows it", async (_, text, by, refusal, entry, allowing) => {
  stack.edit(text, by);
  const requests = await stack.requestsDuring(async () => {
    const { stdout } = await runToFail(stack, "preview");
    expect(stdout).toContain(refusal);
    expect(stdout).toMatch(/stacks\/brakes\.yaml:\d+:\d+: /);
    expect(stdout).not.toMatch(/^\s+at /m);
    stack.edit(entry, allowing);
    await stack.pulumi("preview");
  });
  expect(writesAmong(requests)).toEqual([]);
});

test("what strangers added to a declared list goes without being allowed", async () => {
  const { body } = await stack.site.ask("admin", "GET", "/rest/api/3/permissionscheme");
  const { permissionSchemes } = z.object({ permissionSchemes: z.array(named) }).parse(body);
  const id = permissionSchemes.find(({ name }) => name === "Delivery")?.id;
  const added = keys.flatMap((permission) =>
    ["assignee", "reporter"].map((type) => ({ permission, holder: { type } })),
  );
  for (const grant of added) {
    const answer = await stack.site.ask("admin", "POST", `/rest/api/3/permissionscheme/${id}/permission`, grant);
    expect(answer.status).toBe(201);
  }
  expect((await stack.pulumi("preview", "--diff")).stdout).toContain("- reporter: true");
  await stack.pulumi("up", "--yes", "--skip-preview");
  expect((await stack.pulumi("preview", "--expect-no-changes")).stdout).toContain("unchanged");
});

test("a stack of several files and selectors goes up and stays as it is", async () => {
  const part = join(dirname(stack.stackFile), "projects.yaml");
  writeFileSync(part, 'projects:\n  "P*":\n    roles: { Developers: { groups: [pay-devs] } }\n');
  stack.write(yaml.replace("\nprojects:", "\ninclude: [projects.yaml]\nprojects:"));
  await stack.pulumi("up", "--yes", "--skip-preview");
  const { stdout } = await stack.pulumi("preview", "--expect-no-changes");
  expect(stdout).toContain("PAY/Developers");
});
