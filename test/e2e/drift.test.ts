import { writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { openProject, readDefinition } from "../../infra/demo/engine.js";
import type { Finding } from "../../src/model/finding.js";
import { accountId, startSite } from "../emulator/site.js";
import { takeRequests, takeWrites } from "../helpers/describe-state.js";
import { runCommand } from "../helpers/run-command.js";

const stack = `
integrationUsers:
  release-notes: { account: release-notes@acme.example, projects: [WEB], permissions: [BROWSE_PROJECTS] }
projectRoles:
  Robots: {}
permissionSchemes:
  web:
    name: Web scheme
    grants:
      ADMINISTER_PROJECTS: [{ projectRole: Administrators }]
      BROWSE_PROJECTS: [{ group: acme-staff }, { projectRole: Robots }]
projects:
  WEB: { permissionScheme: web, roles: { Robots: { users: [triage@acme.example] } } }
`;
const ignore = (resource: string, until: string) => `
drift:
  ignore:
    - { resource: "${resource}", owner: web team, reason: being sorted out, until: ${until} }
`;

test("drift tells what was changed outside, what is not applied, what accounts can do, and who did it; it writes nothing", async () => {
  const site = await startSite();
  const credentials = { JIRA_URL: site.url, JIRA_EMAIL: "admin@acme.example", JIRA_API_TOKEN: "emulator-admin-token" };
  const project = await openProject(readDefinition(), "web", credentials);
  onTestFinished(project.remove);
  writeFileSync(project.stackFile, stack);
  const drift = async () => {
    const { exitCode, stdout, stderr } = await runCommand(project, "drift", "web", "--json");
    if (exitCode === 1) throw new Error(stderr);
    const findings: readonly Finding[] = JSON.parse(stdout).findings;
    const grave = findings.filter(({ level }) => level !== "note");
    return { exitCode, findings, told: grave.map(({ rule, subject, message }) => `${rule} ${subject}: ${message}`) };
  };

  const unapplied = await drift();
  expect(unapplied.told).toContain("not-applied PermissionScheme web: is declared, and not yet made");
  await project.pulumi("up", "--yes", "--skip-preview");
  await takeRequests(site);
  const clean = await drift();
  expect(clean).toMatchObject({ exitCode: 0, told: [] });
  expect(clean.findings.map(({ message }) => message)).toEqual([
    "1 of 3 (33 %) are kept by the stack; not kept: Default Permission Scheme, Legacy open scheme",
    "2 of 3 (67 %) are kept by the stack; not kept: Administrators",
    "1 of 5 (20 %) are kept by the stack; not kept: HR, OPS, PAY, SUP",
  ]);
  const requests = await takeRequests(site);
  expect(requests.filter((request) => request === "GET /rest/api/3/permissionscheme")).toHaveLength(1);

  const { body } = await site.ask("admin", "GET /permissionscheme");
  const web = body.permissionSchemes.find(({ name }: { name: string }) => name === "Web scheme").id;
  const { body: roles } = await site.ask("admin", "GET /role");
  const robots = roles.find(({ name }: { name: string }) => name === "Robots").id;
  const holder = { type: "group", parameter: "acme-staff" };
  await site.ask("admin", `POST /permissionscheme/${web}/permission`, { permission: "DELETE_ISSUES", holder });
  await site.ask("admin", `DELETE /project/WEB/role/${robots}?user=${await accountId(site, "triage")}`);
  writeFileSync(project.stackFile, stack.replace("Robots: {}", "Robots: { description: Programs }"));
  await takeWrites(site);
  const drifted = await drift();
  expect(drifted.exitCode).toBe(2);
  const who = /; admin@acme\.example at \S+, "Permission added to scheme"$/;
  expect(drifted.told).toEqual([
    expect.stringMatching(who),
    'not-applied ProjectRole Robots: ~ description "" → "Programs", not yet applied',
    expect.stringMatching(
      /^changed-outside ProjectRoleActors WEB\/Robots: - users\.triage@acme\.example, on the site; admin/,
    ),
  ]);
  expect(drifted.told[0]).toMatch(
    /^changed-outside PermissionScheme web: \+ grants\.DELETE_ISSUES\.group:acme-staff, on the site/,
  );
  expect(drifted.findings.every(({ place }) => place?.file.endsWith("web.yaml"))).toBe(true);

  writeFileSync(project.stackFile, `${stack}${ignore("*", "2999-12-31")}`);
  const muted = await drift();
  expect(muted.told).toEqual([expect.stringContaining("DELETE_ISSUES")]);
  writeFileSync(project.stackFile, `${stack}${ignore("ProjectRoleActors *", "2026-01-01")}`);
  expect((await drift()).told).toContainEqual(expect.stringContaining("was to be ignored until 2026-01-01"));
  expect(await takeWrites(site)).toEqual([]);

  const { stdout: junit } = await runCommand(project, "drift", "web", "--format", "junit");
  expect(junit).toContain(
    '<testcase classname="jira-access drift.changed-outside" name="ProjectPermissionScheme WEB"/>',
  );
  const failing = await runCommand(project.with({ JIRA_API_TOKEN: "wrong" }), "drift", "web", "--format", "junit");
  expect(failing.exitCode).toBe(1);
});
