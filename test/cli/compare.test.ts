import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { readStackAt } from "../../src/cli/compare/read-stack-at.js";
import { compareCommand } from "../../src/cli/compare.js";
import { startEmulator } from "../../src/emulator/start-emulator.js";

const home = process.cwd();
const people = (names: string) => `groups: { devs: { members: [${names}] } }\n`;
const access = `
permissionSchemes:
  delivery: { grants: { BROWSE_PROJECTS: [{ group: devs }] } }
projects:
  PAY: { permissionScheme: delivery }
`;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "compare-"));
  process.chdir(folder);
  mkdirSync("here/stacks/parts", { recursive: true });
  process.chdir("here");
  writeFileSync("stacks/demo.yaml", `include: [parts/people.yaml]\n${access}`);
  writeFileSync("stacks/parts/people.yaml", people("ann@acme.example"));
  writeFileSync("outside.yaml", people("eve@acme.example"));
  symlinkSync("../../outside.yaml", "stacks/parts/link.yaml");
  git("init", "--quiet");
  commit("sound");
  writeFileSync("stacks/parts/people.yaml", "groups: { devs: { memberz: [] } }\n");
  commit("broken");
  writeFileSync("stacks/parts/people.yaml", people("ann@acme.example, bob@acme.example"));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

function git(...words: readonly string[]): void {
  execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@acme.example", ...words]);
}

function commit(tag: string): void {
  git("add", "--all");
  git("commit", "--quiet", "--message", tag);
  git("tag", tag);
}

async function run(...args: readonly string[]) {
  const out = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await compareCommand()
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .parseAsync(args, { from: "user" });
  const stdout = out.mock.calls.map(([chunk]) => String(chunk)).join("");
  out.mockRestore();
  return { stdout, exitCode: process.exitCode };
}

const gain =
  "bob@acme.example: BROWSE_PROJECTS (reads) in PAY, denied → allowed, through group devs, which the delivery scheme grants it to";

test("what the working copy changes is told against a commit, included files too", async () => {
  expect(await run("demo", "--base", "sound")).toEqual({ stdout: `gains:\n  ${gain}\n`, exitCode: 0 });
});

test("a change that gives something new ends with 2 and shows what, as text and as JSON", async () => {
  expect(await run("demo", "--base", "sound", "--nothing-new")).toEqual({
    stdout: `gives something new: ${gain}\n`,
    exitCode: 2,
  });
  const { stdout, exitCode } = await run("demo", "--base", "sound", "--nothing-new", "--json");
  const change = { account: "bob@acme.example", project: "PAY", permission: "BROWSE_PROJECTS", risk: "reads" };
  expect(JSON.parse(stdout)).toMatchObject({ gains: [change], losses: [], gives: "something", counterexample: change });
  expect(exitCode).toBe(2);
});

test("a stack gives nothing new compared with itself", async () => {
  expect(await run("demo", "stacks/demo.yaml", "--nothing-new")).toEqual({
    stdout: "gives nothing new\n",
    exitCode: 0,
  });
});

test("a fault in a commit is told with the commit's name, the file's, line and column", async () => {
  await expect(run("demo", "--base", "broken")).rejects.toThrow(
    /^broken:stacks\/parts\/people\.yaml:1:19: groups\.devs\.memberz: unknown property/,
  );
});

test("a file of a commit is found from any folder of the repository, by any path", async () => {
  const whole = resolve("stacks/demo.yaml");
  process.chdir("stacks/parts");
  onTestFinished(() => process.chdir("../.."));
  for (const file of ["../demo.yaml", whole]) {
    expect((await readStackAt(file, "sound")).declaration.groups).toEqual({ devs: { members: ["ann@acme.example"] } });
  }
  await expect(readStackAt("people.yaml", "broken")).rejects.toThrow(/^broken:stacks\/parts\/people\.yaml:1:19: /);
  await expect(readStackAt("../../../outside.yaml", "sound")).rejects.toThrow("no such file in that commit");
});

test("a fault in a commit that is about two files names both as they are in the commit", async () => {
  writeFileSync("stacks/twice.yaml", `include: [parts/people.yaml]\n${people("bob@acme.example")}`);
  commit("twice");
  await expect(readStackAt("stacks/twice.yaml", "twice")).rejects.toThrow(
    "twice:stacks/parts/people.yaml:1:19: groups.devs.members: duplicate key, already at line 2 of twice:stacks/twice.yaml",
  );
});

test.each([
  ["a commit that is not there", "demo", "nowhere", "nowhere:stacks/demo.yaml:1:1: no such commit here"],
  ["a commit that looks like an option", "demo", "--help", "no such commit here"],
])("%s is an error", async (_, stack, revision, message) => {
  await expect(readStackAt(`stacks/${stack}.yaml`, revision)).rejects.toThrow(message);
});

test("a file that the commit has not is an error, and a link in a commit leads nowhere", async () => {
  writeFileSync("stacks/new.yaml", "projects: {}\n");
  await expect(readStackAt("stacks/new.yaml", "sound")).rejects.toThrow("no such file in that commit");
  await expect(readStackAt("stacks/parts/link.yaml", "sound")).rejects.toThrow("no such file in that commit");
});

test("projects that only a site can choose are refused, with their place", async () => {
  writeFileSync("stacks/open.yaml", 'projects:\n  "category:Delivery": {}\n');
  await expect(run("demo", "open")).rejects.toThrow(
    /^stacks\/open\.yaml:2:3: projects\.category:Delivery: only the site can tell/,
  );
});

test.each([
  [["demo"], "name a second stack, a commit with --base, or the site with --live"],
  [["demo", "demo", "--base", "sound"], "name a second stack or a commit, not both"],
])("it takes two stacks, a commit or the site: %j", async (args, message) => {
  await expect(run(...args)).rejects.toThrow(message);
});

test("on the site, what a stack would change is told account by account", async () => {
  const site = await startEmulator();
  onTestFinished(() => site.close());
  const settings = { JIRA_URL: site.url, JIRA_EMAIL: "admin@acme.example", JIRA_API_TOKEN: "emulator-admin-token" };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const bot = "{ account: triage@acme.example, projects: [OPS], permissions: [BROWSE_PROJECTS, ADD_COMMENTS] }";
  writeFileSync("stacks/live.yaml", `integrationUsers: { triage: ${bot} }\n`);
  const because = "through project role Integration: triage, which the Default Permission Scheme grants it to";
  expect(await run("live", "--live")).toEqual({
    stdout: [
      "gains:",
      `  triage@acme.example: ADD_COMMENTS (writes) in OPS, denied → allowed, ${because}`,
      `  triage@acme.example: BROWSE_PROJECTS (reads) in OPS, denied → allowed, ${because}`,
      "",
    ].join("\n"),
    exitCode: 0,
  });
  writeFileSync(
    "stacks/wider.yaml",
    `integrationUsers: { triage: ${bot.replace("ADD_COMMENTS", "ADD_COMMENTS, DELETE_ISSUES")} }\n`,
  );
  const { stdout, exitCode } = await run("live", "wider", "--live", "--nothing-new");
  expect(stdout).toMatch(
    /^gives something new: triage@acme\.example: DELETE_ISSUES \(destroys\) in OPS, denied → allowed/,
  );
  expect(exitCode).toBe(2);
  vi.unstubAllEnvs();
});
