import { execa } from "execa";
import { expect, test } from "vitest";
import { completeWords } from "../../../src/cli/completion/complete-words.js";
import { scripts } from "../../../src/cli/completion/scripts.js";
import { createProgram } from "../../../src/cli/program.js";

const program = await createProgram("0.0.0");
const complete = (...words: readonly string[]) => completeWords(program, words, ["demo", "production"]);

test.each([
  [["dr"], ["drift"]],
  [
    ["drift", ""],
    ["demo", "production"],
  ],
  [["drift", "--po"], ["--post"]],
  [["drift", "--format", "s"], ["sarif"]],
  [["drift", "--format=s"], ["--format=sarif"]],
  [["drift", "--format", "=", "s"], ["sarif"]],
  [
    ["preview", "--format", "="],
    ["json", "markdown", "text"],
  ],
  [["up", "--no"], ["--no-input"]],
  [["up", "--", "--skip"], []],
  [["scopes", "li"], ["lint"]],
  [["completion", "z"], ["zsh"]],
  [["nonsense", "--x"], []],
] as const)("%j is completed to %j", (words, expected) => {
  expect(complete(...words)).toEqual(expected);
});

test("without a word every verb is offered, but for those that are hidden", () => {
  expect(complete("")).toEqual(expect.arrayContaining(["adopt", "up", "verify"]));
  expect(complete("")).not.toContain("schema");
});

test("bash completes what is typed by the script, and asks the command with the words so far", async () => {
  const asked = `jira-access() { printf '%s\\n' "$@" >&2; printf 'drift\\ndoctor\\n'; }`;
  const script = `${asked}
${scripts.bash.replaceAll("2>/dev/null", "")}
COMP_WORDS=(jira-access d) COMP_CWORD=1
_jira_access
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = await execa("bash", ["-euc", script]);
  expect(stderr.split("\n")).toEqual(["completion", "bash", "--", "d"]);
  expect(stdout.split("\n")).toEqual(["drift", "doctor"]);
});
