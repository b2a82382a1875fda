import { readFileSync } from "node:fs";

const architecture = readFileSync("docs/architecture.md", "utf8");

/** What each layer may import besides itself and errors.ts, as the table of the document says. */
export function readLayers(): Map<string, readonly string[]> {
  const rows = architecture.split("\n").filter((line) => line.startsWith("| `"));
  return new Map(
    rows.map((row) => {
      const [name = "", , others = "", libraries = ""] = row.split("|").slice(1, -1);
      return [name.replaceAll("`", "").trim(), [...listed(others), ...listed(libraries)]];
    }),
  );
}

/** The boxes of the document's diagram, and its solid arrows as `FROM --> TO`. */
export function readDiagram(): { readonly boxes: readonly string[]; readonly arrows: readonly string[] } {
  const diagram = architecture.match(/```mermaid\n([^`]*)```/)?.[1] ?? "";
  return {
    boxes: [...diagram.matchAll(/^ {2}([a-z]+)\[/gm)].map(([, box = ""]) => box),
    arrows: [...diagram.matchAll(/^ {2}([a-z]+ --> [a-z]+)$/gm)].map(([, arrow = ""]) => arrow),
  };
}

function listed(cell: string): string[] {
  return cell
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
