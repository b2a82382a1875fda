/** The `sh` blocks of a document. */
export function shellBlocks(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);
}

/** The commands of a document's `sh` blocks, one a line. */
export function shellLines(markdown: string): readonly string[] {
  return shellBlocks(markdown).flatMap((block) => block.split("\n").filter((line) => line !== ""));
}
