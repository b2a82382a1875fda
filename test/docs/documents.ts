import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A block of code in a document, with the line on which it begins. */
export interface Block {
  readonly document: string;
  readonly line: number;
  /** What stands after the fence; empty where nothing does. */
  readonly language: string;
  readonly text: string;
}

/** The documents for people, by path. */
export const documents: ReadonlyMap<string, string> = new Map(
  ["README.md", "CONTRIBUTING.md", ...readdirSync("docs").filter(isDocument).map(inDocs)].map((path) => [
    path,
    readFileSync(path, "utf8"),
  ]),
);

/** Every block of code in the documents. */
export const blocks: readonly Block[] = [...documents].flatMap(([document, markdown]) => blocksIn(markdown, document));

/** The blocks of code of a text; one that belongs to a list's entry stands as far to the right, and is given without that. */
export function blocksIn(markdown: string, document = ""): readonly Block[] {
  return [...markdown.matchAll(/^( *)```([a-z]*)\n([\s\S]*?)^\1```$/gm)].map(
    ({ 1: indentation = "", 2: language = "", 3: text = "", index }) => ({
      document,
      line: markdown.slice(0, index).split("\n").length,
      language,
      text: text.replace(new RegExp(`^${indentation}`, "gm"), ""),
    }),
  );
}

/** What the `sh` blocks of a text have people run, block by block. */
export function scriptsIn(markdown: string): readonly string[] {
  return blocksIn(markdown)
    .filter(({ language }) => language === "sh")
    .map(({ text }) => text);
}

function isDocument(name: string): boolean {
  return name.endsWith(".md");
}

function inDocs(name: string): string {
  return join("docs", name);
}
