import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A block of code in a document, with the line on which it begins. */
export interface Block {
  readonly document: string;
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** The documents for people, by path: the README and what `docs/` holds, but for what is generated. */
export const documents: ReadonlyMap<string, string> = new Map(
  ["README.md", ...readdirSync("docs").filter(isWritten).map(inDocs)].map((path) => [path, readFileSync(path, "utf8")]),
);

/** Every block of code in the documents. */
export const blocks: readonly Block[] = [...documents].flatMap(([document, markdown]) =>
  [...markdown.matchAll(/^```([a-z]+)\n([\s\S]*?)^```$/gm)].map(({ 1: language = "", 2: text = "", index }) => ({
    document,
    line: markdown.slice(0, index).split("\n").length,
    language,
    text,
  })),
);

function isWritten(name: string): boolean {
  return name.endsWith(".md") && name !== "commands.md";
}

function inDocs(name: string): string {
  return join("docs", name);
}
