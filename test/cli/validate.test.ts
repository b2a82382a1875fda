import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, it, vi } from "vitest";
import { validateCommand, validateStacks } from "../../src/cli/validate.js";

const folder = mkdtempSync(join(tmpdir(), "validate-"));
const good = join(folder, "good.yaml");
const bad = join(folder, "bad.yaml");
writeFileSync(good, "projects: {}\n");
writeFileSync(bad, "projectz: {}\nprojects: { pay: {} }\n");

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const out = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const err = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  validateCommand().parse(args, { from: "user" });
  const text = (spy: typeof out) => spy.mock.calls.map(([chunk]) => String(chunk)).join("");
  return { stdout: text(out), stderr: text(err), exitCode: process.exitCode };
}

it("prints what is valid on stdout and every fault on stderr", () => {
  expect(run(good, bad)).toEqual({
    stdout: `${good}: ok\n`,
    stderr: `${bad}:1:1: projectz: unknown property "projectz"; did you mean projects?\n`,
    exitCode: 1,
  });
});

it("ends with 0 when all is valid", () => {
  expect(run(good)).toEqual({ stdout: `${good}: ok\n`, stderr: "", exitCode: 0 });
});

it("goes on after a file that is missing", () => {
  const missing = join(folder, "goood.yaml");
  const { stdout, stderr, exitCode } = run(missing, good);
  expect([stdout, exitCode]).toEqual([`${good}: ok\n`, 1]);
  expect(stderr).toMatch(`${missing}:1:1: no such file`);
});

it("prints JSON for scripts", () => {
  const { stdout, stderr, exitCode } = run("--json", good, bad);
  const fault = {
    file: bad,
    line: 1,
    column: 1,
    message: 'projectz: unknown property "projectz"; did you mean projects?',
  };
  expect(JSON.parse(stdout)).toEqual({
    files: [
      { file: good, ok: true, faults: [] },
      { file: bad, ok: false, faults: [fault] },
    ],
  });
  expect([stderr, exitCode]).toEqual(["", 1]);
});

it("checks every stack file of the project by default", () => {
  expect(run()).toMatchObject({ stdout: expect.stringContaining(`${join("stacks", "demo.yaml")}: ok\n`), exitCode: 0 });
});

it("takes names of stacks", () => {
  expect(validateStacks(["demo"])).toEqual([{ file: join("stacks", "demo.yaml"), ok: true, faults: [] }]);
});

it("takes every stack file of a folder", () => {
  expect(validateStacks([], folder).map(({ file, ok }) => [file, ok])).toEqual([
    [bad, false],
    [good, true],
  ]);
});

it("explains itself with examples", () => {
  const help: string[] = [];
  const command = validateCommand()
    .exitOverride()
    .configureOutput({ writeOut: (text) => help.push(text) });
  expect(() => command.parse(["--help"], { from: "user" })).toThrow();
  expect(help.join("")).toContain("jira-access validate demo");
});

it("judges assertions as far as the file tells, and ends with 2 when one is violated", () => {
  const asserting = join(folder, "asserting.yaml");
  const entry = (name: string, effect: string, who: string) =>
    `  ${name}: { ${effect}: [BROWSE_PROJECTS], account: ${who}@acme.example, projects: [PAY] }\n`;
  const access =
    "groups: { devs: { members: [ann@acme.example] } }\n" +
    "permissionSchemes: { open: { grants: { BROWSE_PROJECTS: [{ group: devs }, { group: others }] } } }\n" +
    "projects: { PAY: { permissionScheme: open } }\nassert:\n";
  writeFileSync(asserting, access + entry("ann-sees", "allow", "ann") + entry("bob-not", "deny", "bob"));
  expect(run(asserting)).toEqual({
    stdout: `${asserting}: ok; of its assertions 1 hold, 1 only the site can tell\n`,
    stderr: "",
    exitCode: 0,
  });
  vi.restoreAllMocks();
  writeFileSync(asserting, access + entry("ann-not", "deny", "ann"));
  expect(run(asserting)).toEqual({
    stdout: `${asserting}: violates its assertions\n`,
    stderr: `${asserting}:5:21: assert.ann-not.deny[0]: ann@acme.example has BROWSE_PROJECTS in PAY, through group devs, which the open scheme grants it to\n`,
    exitCode: 2,
  });
});
