import { writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { openProject, readDefinition } from "../../infra/trial/engine.js";
import { startSite } from "../emulator/site.js";
import { takeWrites } from "../helpers/describe-state.js";
import { runToFail } from "../helpers/stack-project.js";

const people = Array.from({ length: 40 }, (_, index) => `person-${index + 1}@acme.example`);
const unknown = people[27];

test("one unknown e-mail in a list of 40 is refused at its place before anything is written", async () => {
  const admin = "admin@acme.example";
  const site = await startSite({
    seed: {
      accounts: [admin, ...people.filter((person) => person !== unknown)].map((email) => ({ email })),
      applications: { "jira-software": { groups: ["admins"] } },
      groups: { admins: { members: [admin], globalPermissions: ["ADMINISTER", "USER_PICKER"] } },
      projectRoles: { Administrators: {} },
      permissionSchemes: { Main: { grants: { ADMINISTER_PROJECTS: [{ projectRole: "Administrators" }] } } },
      projects: [{ key: "BIG", name: "Big", lead: admin, roles: { Administrators: { users: [admin], groups: [] } } }],
    },
  });
  const credentials = { JIRA_URL: site.url, JIRA_EMAIL: admin, JIRA_API_TOKEN: "emulator-admin-token" };
  const project = await openProject(readDefinition(), "big", credentials);
  onTestFinished(project.remove);
  const users = people.map((person) => `        - ${person}\n`).join("");
  writeFileSync(
    project.stackFile,
    `projectRoles:\n  Crowd: {}\nprojects:\n  BIG:\n    roles:\n      Crowd:\n       users:\n${users}`,
  );
  const { stdout } = await runToFail(project, "up", "--yes", "--skip-preview");
  expect(stdout).toMatch(
    /stacks\/big\.yaml:35:11: projects\.BIG\.roles\.Crowd\.users\[27\]: .*"person-28@acme\.example"/,
  );
  expect(stdout.match(/can see no account/g)).toHaveLength(2);
  expect(await takeWrites(site)).toEqual([]);
});
