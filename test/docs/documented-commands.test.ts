import { globSync, readFileSync } from "node:fs";
import type { Command } from "commander";
import { expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.js";
import { commandsInBlocks } from "./commands.js";
import { blocks, documents } from "./documents.js";
import { commandsWithoutTest, missingCommands } from "./where-run.js";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly scripts: Record<string, string> };
const program = await createProgram("0.0.0");
for (const command of [program, ...program.commands.flatMap((verb) => [verb, ...verb.commands])]) disarm(command);

const inBlocks = [
  ...commandsInBlocks,
  ...blocks.filter(({ language }) => language === "yaml").map(({ document, text }) => ({ document, text })),
].flatMap(({ document, text }) =>
  text
    .replaceAll("\\\n", " ")
    .split("\n")
    .map((line) => [document, line] as const),
);
const inText = [...documents].flatMap(([document, markdown]) =>
  [...markdown.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => [document, code] as const),
);
const lines = [...inBlocks, ...inText].map(([document, line]) => [document, line.trim()] as const);

const ours = lines.flatMap(([document, line]) => {
  const words = /^(?:- run: |\$ )?(?:npx )?jira-access ([a-z].*)$/.exec(line)?.[1];
  return words === undefined ? [] : [[document, wordsOf(words)] as const];
});
const scriptRuns = lines.flatMap(([document, line]) => {
  const script = /^npm (?:run )?([a-z-]+)(?: |$)/.exec(line)?.[1];
  return script === undefined || ["ci", "install", "pack"].includes(script) ? [] : [[document, script] as const];
});

const testRuns = lines.flatMap(([document, line]) =>
  [...line.matchAll(/(?:vitest|npm test).* (test\/\S+)/g)].map(([, path = ""]) => [document, path] as const),
);

test("the documents have commands", () => {
  expect(ours.length).toBeGreaterThan(60);
  expect(scriptRuns.length).toBeGreaterThan(5);
});

test("every command in a block is run by a test, or it is told why none runs it", () => {
  expect(commandsWithoutTest()).toEqual([]);
  expect(missingCommands()).toEqual([]);
});

test.each(ours)("%s: jira-access %j is understood", async (_, words) => {
  await expect(program.parseAsync([...words], { from: "user" })).resolves.toBe(program);
});

test.each(scriptRuns)("%s: npm run %s is a script", (_, script) => {
  expect(Object.keys(scripts)).toContain(script);
});

test.each(testRuns)("%s: %s has tests to run", (_, path) => {
  expect(globSync([path, `${path}*`]).length).toBeGreaterThan(0);
});

/** The words of a command line up to what is the shell's: a comment, a pipe, a redirection. */
function wordsOf(line: string): readonly string[] {
  const [command = ""] = line.split(/ +#| \||(?: \d?)?[>;]| &&/);
  const words = command.match(/"[^"]*"|\S+/g) ?? [];
  return words.map((word) => word.replaceAll('"', "")).filter((word) => word !== "…");
}

/** Lets a command be understood without being done; one that is only named, as `drift` here, lacks what it requires. */
function disarm(command: Command): void {
  command.exitOverride().configureOutput({ writeErr: () => {} });
  command.action(() => {});
  for (const argument of command.registeredArguments) argument.required = false;
  for (const option of command.options) option.makeOptionMandatory(false);
}
