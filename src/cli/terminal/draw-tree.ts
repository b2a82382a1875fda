import { escapeUnprintable } from "../../escape-unprintable.js";

/** A line of a tree with the lines under it. */
export interface Branch {
  readonly text: string;
  readonly under?: readonly Branch[];
}

/** Trees as lines of text; what a terminal would obey is shown by its code. */
export function drawTree(trees: readonly Branch[]): string {
  return trees.flatMap(({ text, under = [] }) => [plain(text), ...drawUnder(under)]).join("\n");
}

function drawUnder(branches: readonly Branch[]): string[] {
  return branches.flatMap(({ text, under = [] }, index) => {
    const isLast = index === branches.length - 1;
    const below = drawUnder(under).map((line) => `${isLast ? "   " : "│  "}${line}`);
    return [`${isLast ? "└─ " : "├─ "}${plain(text)}`, ...below];
  });
}

function plain(text: string): string {
  return escapeUnprintable(text.replace(/[\n\t]+/g, " "));
}
