import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, onTestFinished, test } from "vitest";
import { startSite } from "../../infra/trial/site.js";
import type { FindingsDocument } from "../../src/report/findings/findings-schema.js";
import { runCommand } from "../helpers/run-command.js";
import { countOf, openStack, type StackProject, writesAmong } from "../helpers/stack-project.js";
import { webStack } from "../helpers/web-stack.js";
import { codeScanningFaults, sarifFaults } from "../report/findings/sarif-validator.js";

const stack = `
integrationUsers:
  release-notes: { account: release-notes@acme.example, projects: [WEB], permissions: [BROWSE_PROJECTS] }
${webStack}`;
const ignore = (resource: string, until: string) => `
drift:
  ignore:
    - { resource: "${resource}", owner: web team, reason: being sorted out, until: ${until} }
`;
const isFindingsDocument = new Ajv().compile(JSON.parse(readFileSync("docs/findings.schema.json", "utf8")));

test("drift tells what was changed outside, what is not applied, what accounts can do, and who did it; it writes nothing", async () => {
  const project = await openStack(await startSite(false), "web");
  onTestFinished(project.close);
  project.write(stack);
  const inForm = (form: string) => runCommand(project, "drift", "web", "--format", form);
  const drift = async () => {
    const { exitCode, stdout, stderr } = await inForm("json");
    if (exitCode === 1) throw new Error(stderr);
    const document: FindingsDocument = JSON.parse(stdout);
    expect(isFindingsDocument(document), JSON.stringify(isFindingsDocument.errors)).toBe(true);
    const grave = document.findings.filter(({ level }) => level !== "note");
    return { exitCode, document, told: grave.map(({ rule, subject, message }) => `${rule} ${subject}: ${message}`) };
  };

  const unapplied = await drift();
  expect(unapplied.told).toContain("not-applied PermissionScheme web: is declared, and not yet made");
  await project.pulumi("up", "--yes", "--skip-preview");
  const requests = await project.requestsDuring(async () => {
    const clean = await drift();
    expect(clean).toMatchObject({ exitCode: 0, told: [], document: { stack: "web" } });
    expect(clean.document.coverage).toEqual([
      {
        what: "permission schemes",
        managed: 1,
        unmanaged: ["Default Permission Scheme", "Legacy open scheme"],
        percent: 33,
      },
      { what: "project roles", managed: 2, unmanaged: ["Administrators"], percent: 67 },
      { what: "company-managed projects", managed: 1, unmanaged: ["HR", "OPS", "PAY", "SUP"], percent: 20 },
    ]);
  });
  expect(countOf(requests, "GET", "/rest/api/3/permissionscheme")).toBe(1);

  await tamper(project);
  project.edit("Robots: {}", "Robots: { description: Programs }");
  await refuseWrites(project);
  const seen = await project.requestsDuring(async () => {
    const drifted = await drift();
    expect(drifted.exitCode).toBe(2);
    expect(drifted.told).toEqual([
      expect.stringMatching(
        /^changed-outside PermissionScheme web: \+ grants\.DELETE_ISSUES\.group:acme-staff, on the site; admin@acme\.example at \S+, "Permission added to scheme"$/,
      ),
      'not-applied ProjectRole Robots: ~ description "" → "Programs", not yet applied',
      expect.stringMatching(
        /^changed-outside ProjectRoleActors WEB\/Robots: - users\.triage@acme\.example, on the site; admin/,
      ),
    ]);
    const places = drifted.document.findings.map(({ place }) => `${place?.file}:${place?.line}`);
    expect(places.slice(0, 3)).toEqual(["stacks/web.yaml:10", "stacks/web.yaml:6", "stacks/web.yaml:14"]);
    expect(new Set(places.slice(3))).toEqual(new Set(["stacks/web.yaml:2"]));

    const { stdout: sarif } = await inForm("sarif");
    expect(sarifFaults(sarif)).toEqual([]);
    expect(codeScanningFaults(sarif)).toEqual([]);
    const { stdout: junit } = await inForm("junit");
    expect(junit).toContain('name="PermissionScheme web"><failure message="+ grants.DELETE_ISSUES');
    expect(junit).toContain(
      '<testcase classname="jira-access drift.changed-outside" name="ProjectPermissionScheme WEB"/>',
    );
  });
  expect(writesAmong(seen)).toEqual([]);

  project.write(`${stack}${ignore("*", "2999-12-31")}`);
  const muted = await drift();
  expect(muted.told).toEqual([expect.stringContaining("DELETE_ISSUES")]);
  project.write(`${stack}${ignore("ProjectRoleActors *", "2026-01-01")}`);
  expect((await drift()).told).toContainEqual(expect.stringContaining("was to be ignored until 2026-01-01"));

  const failing = project.with({ JIRA_API_TOKEN: "wrong" });
  const failed = await runCommand(failing, "drift", "web", "--format", "junit");
  expect(failed.exitCode).toBe(1);
  expect(failed.stdout).toMatch(/<error message="[^"]*401[^"]*" type="credentials"\/>/);
  expect(failed.stderr).toContain("401");
  expect((await runCommand(failing, "drift", "web")).stdout).toBe("");
});

/** Somebody grants a group a permission, and takes an account out of a role. */
async function tamper({ site }: StackProject): Promise<void> {
  const api = "/rest/api/3";
  const schemes = await site.ask("admin", "GET", `${api}/permissionscheme`);
  const web = idOf((schemes.body as { permissionSchemes: readonly Named[] }).permissionSchemes, "Web scheme");
  const robots = idOf((await site.ask("admin", "GET", `${api}/role`)).body as readonly Named[], "Robots");
  const { accountId } = (await site.ask("triage", "GET", `${api}/myself`)).body as { accountId: string };
  const holder = { type: "group", parameter: "acme-staff" };
  const grant = { permission: "DELETE_ISSUES", holder };
  await site.ask("admin", "POST", `${api}/permissionscheme/${web}/permission`, grant);
  await site.ask("admin", "DELETE", `${api}/project/WEB/role/${robots}?user=${accountId}`);
}

interface Named {
  readonly id: number | string;
  readonly name: string;
}

function idOf(all: readonly Named[], name: string): number | string | undefined {
  return all.find((one) => one.name === name)?.id;
}

/** From now on the site refuses whatever could change it. */
async function refuseWrites({ site }: StackProject): Promise<void> {
  const fault = {
    method: "POST|PUT|DELETE",
    path: "^(?!.*/permissions/check)",
    kind: "status",
    status: 500,
    times: 1000,
  };
  const body = JSON.stringify([fault]);
  const headers = { "Content-Type": "application/json" };
  const { ok } = await fetch(`${site.controlUrl}/faults`, { method: "POST", headers, body });
  expect(ok).toBe(true);
  expect((await site.ask("admin", "POST", "/rest/api/3/group", { name: "new" })).status).toBe(500);
}
