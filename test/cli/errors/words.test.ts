import { expect, test } from "vitest";
import { type Refusal, runRefused } from "./refusal.js";

const refusals: readonly Refusal[] = [
  ["validat", "error: unknown command 'validat'\n(Did you mean validate?)"],
  ["verify --nope", "error: unknown option '--nope'"],
  ["verify web demo", "error: too many arguments for 'verify'. Expected 1 argument but got 2."],
  ["restore", "error: missing required argument 'file'"],
  ["unused web", "error: missing required argument 'recording'"],
  ["report", "error: required option '--out <file>' not specified"],
  ["compare web", "error: name a second stack, a commit with --base, or the site with --live"],
  ["compare web web --base main", "error: name a second stack or a commit, not both"],
  ["explain", "error: name an account, or a risk with --risk"],
  ["explain bot DELETE_ISSUES --risk destroys", "error: --risk goes with an account at most"],
  [
    "explain --risk x",
    "error: option '--risk <risk>' argument 'x' is invalid. Allowed choices are takes-over, destroys, impersonates, alters, configures, writes, reads.",
  ],
  [
    "preview web --format pdf",
    "error: option '--format <format>' argument 'pdf' is invalid. Allowed choices are text, markdown, json.",
  ],
  [
    "drift web --format x",
    "error: option '--format <format>' argument 'x' is invalid. Allowed choices are text, json, markdown, sarif, junit.",
  ],
  [
    "scopes --operations getIsue",
    "error: option '--operations <ids>' argument 'getIsue' is invalid. Jira's API has no operation getIsue; did you mean getIssue?",
  ],
  ["emulate --port x", "error: option '--port <number>' argument 'x' is invalid. It must be a whole number."],
  ["emulate --port 99999", "error: option '--port <number>' argument '99999' is invalid. A port is at most 65535."],
  [
    "completion tcsh",
    "error: command-argument value 'tcsh' is invalid for argument 'shell'. Allowed choices are bash, zsh, fish.",
  ],
  [
    "schema nope",
    "error: command-argument value 'nope' is invalid for argument 'what'. Allowed choices are stack, findings, preview.",
  ],
];

for (const [line, stderr] of refusals) {
  test(`jira-access ${line}`, async () => {
    const whereHelpIs = "Run with --help to see how it is used.";
    expect(await runRefused(line)).toEqual({ exitCode: 1, stdout: "", stderr: `${stderr}\n${whereHelpIs}` });
  });
}
