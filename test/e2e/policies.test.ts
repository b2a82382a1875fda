import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { packageFolder } from "../../infra/package-folder.js";
import { startSite } from "../../infra/trial/site.js";
import { runCommand } from "../helpers/run-command.js";
import { openStack, runToFail, type StackProject, writesAmong } from "../helpers/stack-project.js";

const today = new Date().toISOString().slice(0, 10);
const sound = `
integrationUsers:
  bot:
    account: triage@acme.example
    projects: [PAY]
    permissions: [BROWSE_PROJECTS, ADD_COMMENTS]
permissionSchemes:
  delivery:
    name: Delivery
    grants:
      ADMINISTER_PROJECTS: [{ projectRole: Administrators }]
      ADD_COMMENTS: [anyone]
projects:
  PAY: { permissionScheme: delivery }
`;
const broken = `
integrationUsers:
  bot:
    account: triage@acme.example
    projects: [PAY]
    permissions: [BROWSE_PROJECTS, ADD_COMMENTS, DELETE_ISSUES]
    tolerate: { BULK_CHANGE: it moves many issues at once }
groups: { robots: { members: [triage@acme.example] } }
permissionSchemes:
  delivery:
    name: Delivery
    grants:
      ADMINISTER_PROJECTS: [{ projectRole: Administrators }]
      ADD_COMMENTS: [anyone, applicationRole]
      EDIT_ISSUES: [{ projectRole: "Integration: bot" }]
projects:
  PAY: { permissionScheme: delivery, roles: { "Integration: bot": { users: [ann@acme.example] } } }
  WEB: { roles: { "Integration: bot": { groups: [robots] } } }
`;

let stack: StackProject;

beforeAll(async () => {
  stack = await openStack(await startSite(false), "policies");
});
afterAll(() => stack.close());
beforeEach(() => configure({}, today));

const file = (name: string) => join(stack.folder, name);
const judged = () => [
  "--policy-pack",
  join(packageFolder, "infra/policy"),
  "--policy-pack-config",
  file("settings.json"),
];

function configure(settings: Readonly<Record<string, unknown>>, until: string): void {
  const exceptions = [{ right: "grant * / ADD_COMMENTS / anyone", reason: "customers comment by mail", until }];
  writeFileSync(file("settings.json"), JSON.stringify({ "public-grant": { exceptions }, ...settings }));
}

/** The violations that a run shows, as `policy: right`. */
function violationsIn(stdout: string): readonly string[] {
  const found = stdout.split("- [mandatory] ").flatMap((text) => {
    const [, policy, right] = /^\[severity: \w+\] +([\w-]+) [\s\S]*?Right: (.*)/.exec(text) ?? [];
    return right === undefined ? [] : [`${policy}: ${right}`];
  });
  return found.sort();
}

test("what breaks a policy is told with its place and remedy, and up writes nothing", async () => {
  stack.write(broken);
  configure({}, "2020-01-31");
  const requests = await stack.requestsDuring(async () => {
    const { stdout } = await runToFail(stack, "up", "--yes", ...judged());
    expect(violationsIn(stdout)).toEqual([
      "destructive-integration: grant Delivery / DELETE_ISSUES / projectRole:Integration: bot",
      "global-permission: global BULK_CHANGE / triage@acme.example",
      "public-grant: grant Delivery / ADD_COMMENTS / anyone",
      "public-grant: grant Delivery / ADD_COMMENTS / applicationRole",
      "wide-role: grant Delivery / EDIT_ISSUES / projectRole:Integration: bot",
      "wide-role: seat PAY / Integration: bot / user:ann@acme.example",
      "wide-role: seat WEB / Integration: bot / group:robots",
    ]);
    expect(stdout).toMatch(/\[severity: critical\] +destructive-integration +\(.*PermissionScheme: delivery\)/);
    expect(stdout).toContain("bot is granted DELETE_ISSUES, which destroys: Delete issues for good");
    expect(stdout).toContain("Remedy: Take the grant away;");
    expect(stdout).toContain("(customers comment by mail) ended on 2020-01-31");
  });
  expect(writesAmong(requests)).toEqual([]);
});

test("what keeps all policies passes, with an exception that still counts", async () => {
  stack.write(sound);
  const { stdout } = await stack.pulumi("up", "--yes", ...judged());
  expect(stdout).toMatch(/✅ jira-access@v/);
});

test("what is beyond the baseline is refused, and what it lists passes", async () => {
  const baseline = file("baseline.txt");
  configure({ "beyond-baseline": { file: baseline } }, today);
  const { stdout: lines, stderr } = await runCommand(stack, "baseline", "policies");
  expect(stderr).toBe("");
  writeFileSync(baseline, lines);
  expect(lines).toContain("grant Delivery / ADD_COMMENTS / projectRole:Integration: bot\n");
  await stack.pulumi("preview", ...judged());
  stack.edit("ADD_COMMENTS: [anyone]", "ADD_COMMENTS: [anyone, reporter]");
  const { stdout } = await runToFail(stack, "preview", ...judged());
  expect(violationsIn(stdout)).toEqual(["beyond-baseline: grant Delivery / ADD_COMMENTS / reporter"]);
});
