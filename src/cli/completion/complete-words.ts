import type { Command, Option } from "commander";

/** What may stand where the last word of a command line is, given those before it; that word may be begun or empty. */
export function completeWords(
  program: Command,
  words: readonly string[],
  stacks: readonly string[],
): readonly string[] {
  const before = words.slice(0, -1);
  const begun = words.at(-1) ?? "";
  const command = before.reduce(descend, program);
  const option = findOption(command, before.at(-1));
  const candidates = option?.required ? (option.argChoices ?? []) : wordsOf(command, begun, stacks);
  return candidates.filter((word) => word.startsWith(begun)).toSorted();
}

function descend(command: Command, word: string): Command {
  return command.commands.find((verb) => verb.name() === word) ?? command;
}

function findOption(command: Command, word: string | undefined): Option | undefined {
  return command.options.find(({ long, short }) => word !== undefined && (word === long || word === short));
}

function wordsOf(command: Command, begun: string, stacks: readonly string[]): readonly string[] {
  if (begun.startsWith("-")) return [...command.options.flatMap(({ long }) => long ?? []), "--help"];
  const verbs = command
    .createHelp()
    .visibleCommands(command)
    .map((verb) => verb.name());
  const takesStack = command.registeredArguments.some((argument) => argument.name() === "stack");
  const choices = command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices);
  return [...verbs.filter((name) => name !== "help"), ...choices, ...(takesStack ? stacks : [])];
}
