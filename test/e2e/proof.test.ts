import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addToAdministrators, removeFromAdministrators } from "../../infra/demo/tamper.js";
import { startSite } from "../../infra/trial/site.js";
import { runCommand } from "../helpers/run-command.js";

import { differenceLines, openStack, type StackProject } from "../helpers/stack-project.js";

const declared = `
integrationUsers:
  release-notes:
    account: release-notes@acme.example
    projects: [PAY]
    permissions: [BROWSE_PROJECTS, ADD_COMMENTS]
`;
/** The same, and a list that puts the account into a role which may do everything. */
const withTooMuch = `${declared}
projects:
  PAY:
    roles:
      Administrators: { users: [admin@acme.example, ann@acme.example, release-notes@acme.example] }
`;
const bySomeGroup = "through one of its groups: jira-administrators, jira-software-users";
const byRole = "through project role Administrators, which the Default Permission Scheme grants it to";

describe("what an integration user can really do", () => {
  let project: StackProject;

  beforeAll(async () => {
    project = await openStack(await startSite(false), "demo");
  });
  afterAll(() => project.close());

  const up = () => runCommand(project, "up", "demo", "--yes", "--", "--skip-preview");
  test("is verified after it was applied", async () => {
    project.write(declared);
    const { exitCode, stdout } = await up();
    expect(stdout).toContain("5 created");
    expect(stdout).toMatch(/\nrelease-notes \(release-notes@acme\.example\): as declared\n$/);
    expect(exitCode).toBe(0);
  });

  test("is asked anew by every preview: what a group of administrators gives shows by name", async () => {
    await addToAdministrators(project.site);
    const { stdout } = await project.pulumi("preview", "--diff");
    expect(differenceLines(stdout)).toContain(`- ADMINISTER on the whole site  : "${bySomeGroup}"`);
  });

  test("ends up and verify with 2 where it is too much, with every path", async () => {
    project.write(withTooMuch);
    const applied = await up();
    expect(applied.stdout).toContain(`  ADMINISTER on the whole site: ${bySomeGroup}\n`);
    expect(applied.stdout).toContain(`  DELETE_ISSUES in PAY: ${byRole}\n`);
    expect(applied.exitCode).toBe(2);

    const verified = await runCommand(project, "verify", "--json");
    const [user] = JSON.parse(verified.stdout).users;
    expect(user.findings).toContainEqual({
      kind: "extra",
      permission: "ADMINISTER_PROJECTS",
      projects: ["PAY"],
      why: byRole,
    });
    expect(verified).toMatchObject({ exitCode: 2, stderr: "" });
  });

  test("converges in a run whose own deletion is the cure", async () => {
    await removeFromAdministrators(project.site);
    project.write(declared);
    const { exitCode, stdout } = await up();
    expect(stdout).toContain(`DELETE_ISSUES in PAY: ${byRole}`);
    expect(stdout).toMatch(/1 updated[\s\S]*1 deleted[\s\S]*release-notes@acme\.example\): as declared\n$/);
    expect(exitCode).toBe(0);
    await project.pulumi("preview", "--expect-no-changes");
  });

  test("fails with 1 where it cannot be asked", async () => {
    const stranger = project.with({ JIRA_API_TOKEN: "wrong" });
    expect(await runCommand(stranger, "verify", "demo")).toMatchObject({ exitCode: 1, stdout: "" });
    expect(await runCommand(project, "up", "demo")).toMatchObject({ exitCode: 1 });
  });
});
