import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { expect, test, vi } from "vitest";
import { exitCodes } from "../../src/catalogue/exit-codes.js";
import { createProgram } from "../../src/cli/program.js";

/** Every verb by its words, those of other verbs included: `scopes lint`. */
function verbsOf(command: Command, before: readonly string[] = []): readonly (readonly [string, Command])[] {
  return command.commands.flatMap((verb) => {
    const words = [...before, verb.name()];
    return [[words.join(" "), verb] as const, ...verbsOf(verb, words)];
  });
}

const verbs = verbsOf(await createProgram("0.0.0"));

function helpOf(verb: Command): string {
  let text = "";
  verb.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
  return text;
}

test("there are verbs to look at", () => {
  expect(verbs.map(([name]) => name)).toEqual(expect.arrayContaining(["validate", "drift", "scopes lint"]));
});

test.each(verbs)("the help of %s has a description, examples and the exit codes", (name, verb) => {
  const help = helpOf(verb);
  expect(verb.description()).not.toBe("");
  expect(help).toMatch(new RegExp(`\nExamples?:\n(.+\n)*  jira-access ${name}\\b`));
  expect(help).toMatch(/\nExit code: \S/);
});

test.each(verbs.filter(([, verb]) => verb.registeredArguments.length > 0))(
  "the help of %s says what its arguments are",
  (_, verb) => {
    for (const argument of verb.registeredArguments) {
      const isRest = argument.name() === "arguments";
      expect(isRest || argument.description !== "", argument.name()).toBe(true);
    }
  },
);

test.each(verbs)("every option of %s says what it does, and only files are printed without --json", (name, verb) => {
  for (const option of verb.options) expect(option.description, option.flags).not.toBe("");
  const hasJson = verb.options.some(({ long }) => long === "--json");
  expect(hasJson).toBe(!["schema", "completion"].includes(name));
});

/** What the command prints on stdout for such words, which make it end with 0 at once. */
async function printed(...words: readonly string[]): Promise<string> {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const program = await createProgram("1.2.3");
  await expect(program.parseAsync(words, { from: "user" })).rejects.toMatchObject({ exitCode: 0 });
  const text = write.mock.calls.map(([chunk]) => String(chunk)).join("");
  write.mockRestore();
  return text;
}

test.each(verbs)("%s is helped with by each of the ways in which people ask", async (name) => {
  const words = name.split(" ");
  const help = await printed(...words, "--help");
  expect(help).toMatch(new RegExp(`^Usage: jira-access ${name} `));
  expect(help).toMatch(/\n {2}--no-input +never ask/);
  expect(await printed(...words, "-h")).toBe(help);
  if (words.length === 1) expect(await printed("help", name)).toBe(help);
});

test("the version is told by each of the ways in which people ask, and by the command itself", async () => {
  expect(await printed("--version")).toBe("1.2.3\n");
  expect(await printed("-v")).toBe("1.2.3\n");
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  const asked = spawnSync(process.execPath, ["dist/src/cli/main.js", "--version"], { encoding: "utf8" });
  expect(asked).toMatchObject({ status: exitCodes.clean, stdout: `${version}\n`, stderr: "" });
});

test("a mistake in the words of a verb says where help is", () => {
  const mistake = spawnSync(process.execPath, ["dist/src/cli/main.js", "verify", "--nowhere"], { encoding: "utf8" });
  expect(mistake).toMatchObject({ status: exitCodes.failed, stdout: "" });
  expect(mistake.stderr).toMatch(/^error: unknown option '--nowhere'\n+Run with --help to see how it is used\.\n$/);
});

test("the README's table of commands names every verb, and no other", () => {
  const [, table = ""] = readFileSync("README.md", "utf8").split("\n| `jira-access …` | does |\n");
  const rows = table.slice(0, table.indexOf("\n\n")).split("\n").slice(1);
  const named = rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, verb]) => verb));
  expect(named.sort()).toEqual(verbs.map(([name]) => name).sort());
});
