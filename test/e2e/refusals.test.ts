import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { packageFolder } from "../../infra/package-folder.js";
import { openDemoStack, runToFail, type StackProject, writesAmong } from "../helpers/stack-project.js";

const command = join(packageFolder, "dist/src/cli/main.js");

let demo: StackProject;

beforeAll(async () => {
  demo = await openDemoStack();
});
beforeEach(() => copyFileSync(join(packageFolder, "stacks/demo.yaml"), demo.stackFile));
afterAll(() => demo.close());

describe("a mistake in the stack file", () => {
  test.each([
    [
      "a typo in a permission key",
      "WORK_ON_ISSUES: [{ projectRole: Developers }]",
      "WORK_ON_ISSUE: [{ projectRole: Developers }]",
      /^stacks\/demo\.yaml:\d+:7: .*did you mean WORK_ON_ISSUES\?$/m,
    ],
    [
      "an unknown holder type",
      "MODIFY_REPORTER: [{ projectRole: Agents }]",
      "MODIFY_REPORTER: [{ projectRoles: Agents }]",
      /^stacks\/demo\.yaml:\d+:\d+: .*did you mean projectRole\?$/m,
    ],
    [
      "a duplicate grant",
      "MANAGE_WATCHERS: [{ projectRole: Reviewers }]",
      "MANAGE_WATCHERS: [{ projectRole: Reviewers }, { projectRole: Reviewers }]",
      /^stacks\/demo\.yaml:\d+:\d+: .*already/m,
    ],
    [
      "an unknown scheme key",
      "permissionScheme: confidential",
      "permissionScheme: confidental",
      /^stacks\/demo\.yaml:\d+:\d+: .*did you mean confidential\?$/m,
    ],
    [
      "a wrong indentation",
      "  HR:\n    permissionScheme",
      "  HR:\n   permissionScheme",
      /^stacks\/demo\.yaml:\d+:\d+: /m,
    ],
  ])("%s is refused by validate and by preview with the same text", async (_, text, by, expected) => {
    demo.edit(text, by);
    const validate = spawnSync(process.execPath, [command, "validate", "stacks/demo.yaml"], { cwd: demo.folder });
    const said = validate.stderr.toString().trim();
    expect(validate.status).toBe(1);
    expect(said).toMatch(expected);
    const requests = await demo.requestsDuring(async () => {
      const { stdout } = await runToFail(demo, "preview");
      for (const line of said.split("\n")) expect(stdout).toContain(line);
      expect(stdout).not.toMatch(/^\s+at /m);
    });
    expect(requests).toEqual([]);
  });

  test("names that the site does not know are refused at their places, all at once, before anything is written", async () => {
    demo.edit("groups: [ops-team]", "groups: [ops-taem]");
    demo.edit("{ users: [grace@acme.example]", "{ users: [gracia@acme.example]");
    const requests = await demo.requestsDuring(async () => {
      const { stdout } = await runToFail(demo, "up", "--yes", "--skip-preview");
      expect(stdout).toMatch(
        /stacks\/demo\.yaml:\d+:\d+: projects\.OPS\.roles\.Administrators\.users\[0\]: .*gracia@acme\.example/,
      );
      expect(stdout).toMatch(/stacks\/demo\.yaml:\d+:\d+: projects\.OPS\.roles\.Agents\.groups\[0\]: .*ops-taem/);
    });
    expect(writesAmong(requests)).toEqual([]);
  });
});

describe("a site that cannot be managed", () => {
  const canary = "canary-9b1d5c77-token";
  const errorsOf = (stdout: string) => stdout.split("Diagnostics:")[1]?.match(/error: .*/g) ?? [];

  test.each([
    [
      "bad credentials",
      { JIRA_API_TOKEN: canary },
      /GET \S+ was answered with 401: .*Check JIRA_URL, JIRA_EMAIL and JIRA_API_TOKEN/,
    ],
    [
      "a site that is down",
      { JIRA_URL: "http://127.0.0.1:9", JIRA_API_TOKEN: canary },
      /nothing listens at that address.*127\.0\.0\.1:9/,
    ],
    [
      "an address without TLS",
      { JIRA_URL: "http://acme.example", JIRA_API_TOKEN: canary },
      /JIRA_URL must begin with https/,
    ],
    ["no settings", { JIRA_URL: "", JIRA_EMAIL: "", JIRA_API_TOKEN: "" }, /JIRA_URL .*JIRA_EMAIL .*JIRA_API_TOKEN/],
    [
      "an account that does not administer",
      { JIRA_EMAIL: "ann@acme.example", JIRA_API_TOKEN: "emulator-ann-token" },
      /ann@acme\.example does not administer/,
    ],
  ])("%s is one clear error in the preview", async (_, settings, expected) => {
    const { stdout, stderr } = await runToFail(demo.with(settings), "preview");
    expect(errorsOf(stdout)).toHaveLength(1);
    expect(stdout).toMatch(expected);
    expect(stdout + stderr).not.toMatch(/^\s+at |node:internal/m);
    expect(stdout + stderr).not.toContain(canary);
  });

  test("an address that is not Jira's is one clear error", async () => {
    const { stdout } = await runToFail(demo.with({ JIRA_URL: `${demo.site.url}/nowhere` }), "preview");
    expect(errorsOf(stdout)).toHaveLength(1);
  });

  test("a stack that exists already gets one clear error too, and keeps its state", async () => {
    await demo.pulumi("up", "--yes", "--skip-preview", "--target", "**ProjectRole::*");
    const before = (await demo.pulumi("stack", "export")).stdout;
    for (const words of [["preview"], ["refresh", "--yes"], ["destroy", "--yes"]]) {
      const { stdout } = await runToFail(demo.with({ JIRA_API_TOKEN: canary }), ...words);
      expect(errorsOf(stdout).filter((line) => !line.includes("preview failed"))).toHaveLength(1);
      expect(stdout).toMatch(/was answered with 401/);
      expect(stdout).not.toContain(canary);
    }
    expect((await demo.pulumi("stack", "export")).stdout).toBe(before);
  });
});
