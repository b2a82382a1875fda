import { printable } from "./printable.js";

/** Rows as columns of text, the first row in capitals as their heading; nothing stands after the last column. */
export function toTable(rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row, index) => row.map((cell) => (index === 0 ? cell.toUpperCase() : printable(cell))));
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => (row[column] ?? "").length)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
