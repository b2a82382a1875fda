import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { openProject, readDefinition, type TemporaryProject } from "../../infra/trial/engine.js";
import { accountId, startSite, type TestSite } from "../emulator/site.js";
import { describeState, takeWrites } from "../helpers/describe-state.js";

const command = join(process.cwd(), "dist/src/cli/main.js");
const run = promisify(execFile);

test("a live site is adopted without a write, and put back from its backup", async () => {
  const site = await startSite();
  const folder = mkdtempSync(join(tmpdir(), "adoption-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const backup = join(folder, "before.json");
  const jiraAccess = (...words: readonly string[]) => runOn(site, ...words);
  const before = await describeState(site);

  const { stdout: yaml, stderr } = await jiraAccess("adopt", "--project", "PAY", "WEB", "--backup", backup);
  expect(stderr).toBe("projects: 2, permission schemes: 1\n");
  expect(statSync(backup).mode & 0o777).toBe(0o600);
  await expect(jiraAccess("adopt", "--backup", backup)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("before.json: there is a file of that name already"),
  });

  const project = await applyWithoutWrite(yaml, site);
  expect(await describeState(site)).toEqual(before);

  await tamper(site);
  const { stdout } = await jiraAccess("restore", backup, "--yes", "--json");
  expect(JSON.parse(stdout).steps).toEqual([
    { title: 'permission scheme "Default Permission Scheme"', changes: ["+ EDIT_ISSUES group:acme-staff"] },
    { title: 'role "Administrators" in PAY', changes: ["+ user Ann", "- group acme-staff"] },
    { title: "permission scheme of WEB", changes: ['~ "Another" → "Default Permission Scheme"'] },
  ]);
  const { Another: _, ...schemes } = (await describeState(site)).schemes;
  expect({ ...(await describeState(site)), schemes }).toEqual(before);
  expect((await jiraAccess("restore", backup, "--yes")).stderr).toBe("Nothing differs from the backup.\n");

  await takeWrites(site);
  await project.pulumi("destroy", "--yes", "--skip-preview");
  expect(await takeWrites(site)).toEqual([]);
});

test("all of the built-in site is adopted without a write", async () => {
  const site = await startSite();
  const before = await describeState(site);
  const { stdout: yaml } = await runOn(site, "adopt");
  for (const project of ["PAY", "WEB", "OPS", "SUP", "HR"]) expect(yaml).toContain(`\n  ${project}:\n`);

  await applyWithoutWrite(yaml, site);
  expect(await describeState(site)).toEqual(before);
});

const credentialsOf = ({ url }: TestSite) => ({
  JIRA_URL: url,
  JIRA_EMAIL: "admin@acme.example",
  JIRA_API_TOKEN: "emulator-admin-token",
});

const runOn = (site: TestSite, ...words: readonly string[]) =>
  run(process.execPath, [command, ...words], { env: { ...process.env, ...credentialsOf(site) } });

/** Applies the adopted stack; then the engine finds nothing to do, and nothing was written to the site. */
async function applyWithoutWrite(yaml: string, site: TestSite): Promise<TemporaryProject> {
  const project = await openProject(readDefinition(), "adopted", credentialsOf(site));
  onTestFinished(project.remove);
  writeFileSync(project.stackFile, yaml);
  await project.pulumi("up", "--yes", "--skip-preview");
  await project.pulumi("preview", "--expect-no-changes");
  expect(await takeWrites(site)).toEqual([]);
  return project;
}

/** A grant of the scheme goes, a role changes hands, and a project gets another scheme. */
async function tamper(site: TestSite): Promise<void> {
  const { body } = await site.ask("admin", "GET /permissionscheme/0?expand=permissions,group");
  const grant = body.permissions.find(
    ({ permission, holder }: { permission: string; holder: { type: string } }) =>
      permission === "EDIT_ISSUES" && holder.type === "group",
  );
  await site.ask("admin", `DELETE /permissionscheme/0/permission/${grant.id}`);
  const { body: roles } = await site.ask("admin", "GET /role");
  const { id: role } = roles.find(({ name }: { name: string }) => name === "Administrators");
  await site.ask("admin", `DELETE /project/PAY/role/${role}?user=${await accountId(site, "ann")}`);
  await site.ask("admin", `POST /project/PAY/role/${role}`, { group: ["acme-staff"] });
  const { body: another } = await site.ask("admin", "POST /permissionscheme", { name: "Another" });
  await site.ask("admin", "PUT /project/WEB/permissionscheme", { id: another.id });
}
