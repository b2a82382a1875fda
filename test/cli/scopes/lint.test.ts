import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { scopesCommand } from "../../../src/cli/scopes.js";

const folder = mkdtempSync(join(tmpdir(), "scopes-"));
cpSync(new URL("lists", import.meta.url), folder, { recursive: true });

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});
afterAll(() => rmSync(folder, { recursive: true }));

function lint(name: string, ...args: string[]) {
  const out = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const program = new Command().addCommand(scopesCommand());
  program.parse(["scopes", "lint", join(folder, name), ...args], { from: "user" });
  const stdout = out.mock.calls.map(([chunk]) => String(chunk)).join("");
  out.mockRestore();
  return { stdout: stdout.replaceAll(`${folder}/`, ""), exitCode: process.exitCode };
}

const commenting = ["--operations", "getIssue,addComment"];
const reading = ["--operations", "getIssue"];

const planted: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ["missing.yml", commenting, ["7:7: missing: write:jira-work"]],
  ["twice.yml", commenting, ["5:7: redundant: read:jira-work is named twice"]],
  ["beside-classic.yml", commenting, ["4:7: redundant: read:comment:jira"]],
  ["too-wide.yml", commenting, ["3:45: redundant: manage:jira-configuration"]],
  ["deprecated.yml", commenting, ["4:7: deprecated: write:workflow.property:jira"]],
  ["misspelt.yml", commenting, ["3:7: unknown: read:jira-wrok is no scope of Jira; did you mean read:jira-work?"]],
  ["invented.yml", commenting, ["4:7: unknown: frobnicate:everything-at-once is no scope of Jira"]],
  ["other-products.yml", commenting, ["6:7: redundant: manage:jira-webhook"]],
  ["settings.yml", commenting, ["5:5: redundant: manage:jira-project", "5:5: missing: write:jira-work"]],
  ["too-many.yml", commenting, ["55:7: limit: 53 scopes, where fewer than 50 are advised"]],
  ["granular.yml", ["--operations", "addComment"], ["9:7: missing: read:avatar:jira"]],
  ["oauth.txt", commenting, ["4:1: redundant: read:jira-user", "4:1: missing: write:jira-work"]],
  ["oauth.json", reading, ["3:32: redundant: read:jira-user", "3:50: redundant: write:jira-work"]],
];

describe.each(planted)("%s", (name, args, faults) => {
  test("its faults are found, and fixed it is silent", () => {
    const found = lint(name, ...args);
    expect(found.exitCode).toBe(2);
    for (const fault of faults) expect(found.stdout).toContain(`${name}:${fault}`);
    if (name !== "too-many.yml") expect(found.stdout.trim().split("\n")).toHaveLength(faults.length);

    const fixing = lint(name, ...args, "--fix");
    expect(fixing.exitCode).toBe(0);
    for (const fault of faults) expect(fixing.stdout).toContain(`fixed: ${name}:${fault}`);
    expect(lint(name, ...args)).toEqual({ stdout: "", exitCode: 0 });
  });
});

test.each([
  ["missing.yml", "    # reads issues\n    - read:jira-work\n    - write:jira-work\napp:\n"],
  ["misspelt.yml", "    - read:jira-work # a slip\n    - write:jira-work\n"],
  ["too-wide.yml", "  external: {}\n  scopes: [read:jira-work, write:jira-work]\n"],
  ["settings.yml", "    read:jira-work:\n      allowImpersonation: true # as the user\n    write:jira-work: {}\n"],
  ["oauth.txt", "# asked for on the consent page\noffline_access\nread:jira-work   # issues\nwrite:jira-work\n"],
  [
    "other-products.yml",
    "    - storage:app\n    - read:sprint:jira-software\n    - read:jira-work\n    - write:jira-work\n",
  ],
])("%s keeps its comments and its order", (name, expected) => {
  expect(readFileSync(join(folder, name), "utf8")).toContain(expected);
});

test("a manifest stays as it is but for the lines of the scopes", () => {
  const before = `modules:
    function:
        -   key: main      # runs
            handler: 'index.run'

permissions:
    external:
        fetch: {backend: ["*.example.com"]}
    scopes:

        - "read:jira-work"      # issues
        # writes
        - 'write:jira-wrok'

        - storage:app   # its own data
app:
    id: ari:cloud:ecosystem::app/1
`;
  writeFileSync(join(folder, "wide.yml"), before);
  lint("wide.yml", "--operations", "getIssue,getUser", "--fix");
  expect(readFileSync(join(folder, "wide.yml"), "utf8")).toBe(
    before
      .replace("        - 'write:jira-wrok'\n", "")
      .replace("# its own data\n", '# its own data\n        - "read:jira-user"\n'),
  );
});

test.each([
  ["scopes: [read:jira-user]", "getIssue", "scopes: [read:jira-work]"],
  ["scopes:\n- read:jira-user # x", "getIssue", "scopes:\n- read:jira-work\n"],
  ["scopes:\n- read:jira-work # x", "getIssue,getUser", "scopes:\n- read:jira-work # x\n- read:jira-user\n"],
  ["scopes:\n- read:jira-user\napp: 1\n", "getServerInfo", "scopes:\n  []\napp: 1\n"],
  ['[\n\t"read:jira-user"\n]', "getIssue,getUser", '[\n\t"read:jira-user",\n\t"read:jira-work"\n]'],
])("%j, for %s, becomes %j", (before, operations, after) => {
  writeFileSync(join(folder, "short.yml"), before);
  lint("short.yml", "--operations", operations, "--fix");
  expect(readFileSync(join(folder, "short.yml"), "utf8")).toBe(after);
});

test.each([
  ["list.yml", "scopes:\n- read:jira-work # x\napp: 1\n", "scopes:\n- read:jira-work # x\n- read:jira-user\napp: 1\n"],
  ["list.yml", "[\n  read:jira-work\n]\n", "[\n  read:jira-work,\n  read:jira-user\n]\n"],
  ["list.txt", "# all\nread:jira-work\n", "# all\nread:jira-work\nread:jira-user\n"],
])("where lines end as on Windows, those that are added do too: %s %j", (name, before, after) => {
  const windows = (text: string) => text.replaceAll("\n", "\r\n");
  writeFileSync(join(folder, name), windows(before));
  lint(name, "--operations", "getIssue,getUser", "--fix");
  expect(readFileSync(join(folder, name), "utf8")).toBe(windows(after));
});

test("by itself, a list lacks nothing, and what the rest opens anyway is redundant", () => {
  cpSync(new URL("lists/beside-classic.yml", import.meta.url), join(folder, "alone.yml"));
  expect(lint("alone.yml").stdout).toMatch(/^alone\.yml:4:7: redundant: read:comment:jira[^\n]*\n$/);
});

test("a file without a list is a failure with its place", () => {
  cpSync(new URL("lint.test.ts", import.meta.url), join(folder, "no-list.yml"));
  expect(() => lint("no-list.yml")).toThrow(/no-list\.yml:\d+:\d+: /);
  expect(() => lint("nowhere.yml")).toThrow("nowhere.yml:1:1: no such file");
});

test("--json gives findings with their places", () => {
  cpSync(new URL("lists/misspelt.yml", import.meta.url), join(folder, "json.yml"));
  const { findings } = JSON.parse(lint("json.yml", "--json").stdout);
  expect(findings).toEqual([
    expect.objectContaining({
      kind: "unknown",
      line: 3,
      column: 7,
      file: join(folder, "json.yml").replace(`${folder}/`, ""),
    }),
  ]);
});

test("an integration user of a stack file says what its app needs", () => {
  cpSync(new URL("lists/missing.yml", import.meta.url), join(folder, "user.yml"));
  expect(lint("user.yml", "--stack", "demo", "--user", "release-notes").stdout).toContain("missing: write:jira-work");
  expect(() => lint("user.yml", "--stack", "demo")).toThrow("say with --user which integration user it is");
});
