import { readdirSync, readFileSync } from "node:fs";
import type { Command } from "commander";
import { expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.js";

/** Every verb by its words, those of other verbs included: `scopes lint`. */
function verbsOf(command: Command, before: readonly string[] = []): readonly (readonly [string, Command])[] {
  return command.commands.flatMap((verb) => {
    const words = [...before, verb.name()];
    return [[words.join(" "), verb] as const, ...verbsOf(verb, words)];
  });
}

const verbs = verbsOf(createProgram("0.0.0"));

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
  expect(hasJson).toBe(name !== "schema");
});

test.each(verbs)("%s is told of in the README or the documents", (name) => {
  const documents = ["README.md", ...readdirSync("docs").map((file) => `docs/${file}`)].filter((file) =>
    file.endsWith(".md"),
  );
  const text = documents.map((file) => readFileSync(file, "utf8")).join("\n");
  expect(text).toMatch(new RegExp(`jira-access ${name}\\b`));
});
