import type { Command } from "commander";

const width = 100;

/** Every verb with its help as `--help` prints it, a section each, in the order of the program's own help. */
export function commandReference(program: Command): string {
  return program.commands.flatMap((verb) => [verb, ...verb.commands].map(describeVerb)).join("\n\n");
}

function describeVerb(verb: Command): string {
  return [`## ${nameOf(verb)}`, "```text", helpOf(verb).trimEnd(), "```"].join("\n");
}

function nameOf(verb: Command): string {
  const above = verb.parent?.parent ? `${verb.parent.name()} ` : "";
  return `${above}${verb.name()}`;
}

function helpOf(verb: Command): string {
  const parts: string[] = [];
  verb.configureOutput({ writeOut: (text) => parts.push(text), getOutHelpWidth: () => width });
  verb.outputHelp();
  return parts.join("");
}
