import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageFolder } from "../../infra/demo/package-folder.js";
import { startSite } from "../../infra/demo/site.js";
import { openStack, runToFail, type StackProject, writesAmong } from "../helpers/stack-project.js";

const today = new Date().toISOString().slice(0, 10);
const yaml = `
permissionSchemes:
  delivery:
    name: Delivery
    grants:
      ADMINISTER_PROJECTS: [{ projectRole: Administrators }]
      BROWSE_PROJECTS: [{ projectRole: Administrators }]
`;
const baseline = ["ADMINISTER_PROJECTS", "BROWSE_PROJECTS"].map(
  (permission) => `grant Delivery / ${permission} / projectRole:Administrators\n`,
);

let stack: StackProject;
let judged: readonly string[];

beforeAll(async () => {
  stack = await openStack(await startSite(false), "policies");
  const settings = join(stack.folder, "settings.json");
  judged = ["--policy-pack", join(packageFolder, "infra/policy"), "--policy-pack-config", settings];
});
afterAll(() => stack.close());

function configure(lines: readonly string[], until: string): void {
  const file = join(stack.folder, "baseline.txt");
  writeFileSync(file, lines.join(""));
  const exceptions = [{ right: "grant * / ADD_COMMENTS / anyone", reason: "customers comment by mail", until }];
  const settings = { "beyond-baseline": { file }, "public-grant": { exceptions } };
  writeFileSync(join(stack.folder, "settings.json"), JSON.stringify(settings));
}

test("a preview with violations fails and says what to do about each", async () => {
  stack.write(yaml.replace("BROWSE_PROJECTS: [", "ADD_COMMENTS: [anyone, applicationRole]\n      BROWSE_PROJECTS: ["));
  configure(baseline.slice(0, 1), "2020-01-31");
  const { stdout } = await runToFail(stack, "preview", ...judged);
  expect(stdout).toMatch(/\[mandatory\] \[severity: high\] +public-grant +\(.*PermissionScheme: delivery\)/);
  expect(stdout).toContain("ADD_COMMENTS is granted to the whole internet in every project with the scheme Delivery");
  expect(stdout).toContain("ADD_COMMENTS is granted to every account that can log in");
  expect(stdout).toContain("(customers comment by mail) ended on 2020-01-31");
  expect(stdout).toMatch(/\[severity: medium\] +beyond-baseline/);
  expect(stdout).toContain("Right: grant Delivery / BROWSE_PROJECTS / projectRole:Administrators");
  expect(stdout).not.toContain("ADMINISTER_PROJECTS /");
});

test("up with violations writes nothing", async () => {
  const requests = await stack.requestsDuring(() => runToFail(stack, "up", "--yes", ...judged));
  expect(writesAmong(requests)).toEqual([]);
});

test("what is listed, granted to a role, or excepted for a time passes", async () => {
  stack.write(yaml.replace("BROWSE_PROJECTS: [", "ADD_COMMENTS: [anyone]\n      BROWSE_PROJECTS: ["));
  configure([...baseline, "grant Delivery / ADD_COMMENTS / anyone\n"], today);
  const { stdout } = await stack.pulumi("preview", ...judged);
  expect(stdout).toMatch(/✅ jira-access@v/);
});
