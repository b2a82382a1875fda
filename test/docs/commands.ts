import { type Block, blocks } from "./documents.js";

/** A command that a document tells people to give. */
export interface DocumentedCommand {
  readonly document: string;
  readonly line: number;
  /** As it stands there, which may be over several lines. */
  readonly text: string;
  /** What the document shows it to print, where it does. */
  readonly shown?: string;
}

/** Every command in the blocks of the documents, the examples of the verbs' help among them. */
export const commandsInBlocks: readonly DocumentedCommand[] = blocks.flatMap(commandsOf);

/** The commands of a script of the shell, of which a loop or a text that is fed to a command takes several lines. */
export function toCommands(script: string): readonly string[] {
  const commands: string[] = [];
  let open: RegExp | undefined;
  for (const line of script.split("\n")) {
    if (open !== undefined || commands.at(-1)?.endsWith("\\")) commands.push(`${commands.pop()}\n${line}`);
    else if (line !== "") commands.push(line);
    open = open === undefined ? endOf(line) : open.test(line) ? undefined : open;
  }
  return commands;
}

function endOf(line: string): RegExp | undefined {
  const [, word] = /<<'?(\w+)'?/.exec(line) ?? [];
  if (word !== undefined) return new RegExp(`^${word}$`);
  if (/^for .*; do$/.test(line)) return /^done$/;
  return (line.split("'").length - 1) % 2 === 1 ? /'$/ : undefined;
}

function commandsOf(block: Block): readonly DocumentedCommand[] {
  if (block.language === "sh") return toCommands(block.text).map((text) => place(block, text));
  if (block.language === "console") return dialogueOf(block);
  return block.language === "text" ? examplesIn(block) : [];
}

/** What is typed after `$`, each with what is shown below it. */
function dialogueOf(block: Block): readonly DocumentedCommand[] {
  return block.text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [text = ""] = toCommands(part);
      const shown = part.slice(text.length + 1).trimEnd();
      return { ...place(block, text), ...(shown === "" ? {} : { shown }) };
    });
}

/** The examples of a verb's help; what each does stands behind it, two or more blanks away. */
function examplesIn(block: Block): readonly DocumentedCommand[] {
  const [, examples = ""] = /^Examples?:\n((?: {2}.+\n)+)/m.exec(block.text) ?? [];
  const lines = examples.split("\n").filter((line) => line !== "");
  return lines.map((line) => place(block, line.trim().replace(/ {2,}.*$/, "")));
}

function place({ document, line, text }: Block, command: string): DocumentedCommand {
  const above = text.split("\n").findIndex((one) => one.includes(command.split("\n")[0] ?? "")) + 1;
  return { document, line: line + above, text: command };
}
