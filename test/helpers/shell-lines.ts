/** The commands of a document's `sh` blocks, one a line. */
export function shellLines(markdown: string): readonly string[] {
  const blocks = [...markdown.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);
  return blocks.flatMap((block) => block.split("\n").filter((line) => line !== ""));
}
