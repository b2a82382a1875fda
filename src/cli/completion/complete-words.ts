import type { Command, Option } from "commander";

/** Bash takes `--format=s` for three words, and completes the last of them alone. */
const bashSign = "=";

/** What may stand where the last word of a command line is, given those before it; that word may be begun or empty. */
export function completeWords(
  program: Command,
  words: readonly string[],
  stacks: readonly string[],
): readonly string[] {
  const before = words.slice(0, -1).filter((word) => word !== bashSign);
  // What follows -- is for another program.
  if (before.includes("--")) return [];
  const last = words.at(-1) ?? "";
  const begun = last === bashSign ? "" : last;
  const command = before.reduce(descend, program);
  const [, name, value = ""] = /^(--[^=]+)=(.*)$/.exec(begun) ?? [];
  if (name !== undefined) return startingWith(value, choicesOf(command, name)).map((choice) => `${name}=${choice}`);
  const option = findOption(command, before.at(-1));
  return startingWith(begun, option?.required ? choicesOf(command, option.long) : wordsOf(command, begun, stacks));
}

function startingWith(begun: string, words: readonly string[]): readonly string[] {
  return words.filter((word) => word.startsWith(begun)).toSorted();
}

function descend(command: Command, word: string): Command {
  return command.commands.find((verb) => verb.name() === word) ?? command;
}

function choicesOf(command: Command, name: string | undefined): readonly string[] {
  return findOption(command, name)?.argChoices ?? [];
}

function findOption(command: Command, name: string | undefined): Option | undefined {
  return optionsOf(command).find(({ long, short }) => name !== undefined && (name === long || name === short));
}

/** The options of a verb and those of every verb above it, which may stand behind it too. */
function optionsOf(command: Command | null): readonly Option[] {
  return command === null ? [] : [...command.options, ...optionsOf(command.parent)];
}

function wordsOf(command: Command, begun: string, stacks: readonly string[]): readonly string[] {
  if (begun.startsWith("-")) return [...new Set(optionsOf(command).flatMap(({ long }) => long ?? [])), "--help"];
  const verbs = command
    .createHelp()
    .visibleCommands(command)
    .map((verb) => verb.name());
  const takesStack = command.registeredArguments.some((argument) => argument.name() === "stack");
  const choices = command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices);
  return [...verbs.filter((name) => name !== "help"), ...choices, ...(takesStack ? stacks : [])];
}
