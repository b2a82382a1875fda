import { findCanary } from "./find-canary.js";

/** What became of looking for each secret in each place: how many characters were looked through, and what was found. */
export type Matrix = Map<string, Map<string, Finding>>;

interface Finding {
  readonly characters: number;
  /** The encodings in which the secret was found. */
  readonly hits: readonly string[];
}

/** Looks for a secret, or for several of one name, in a text that came out at a place. */
export function lookAt(
  matrix: Matrix,
  place: string,
  name: string,
  secrets: string | readonly string[],
  text: string,
): void {
  const row = matrix.get(place) ?? new Map<string, Finding>();
  const before = row.get(name) ?? { characters: 0, hits: [] };
  row.set(name, { characters: before.characters + text.length, hits: [...before.hits, ...findCanary(secrets, text)] });
  matrix.set(place, row);
}

/** Where a secret was found, as `PLACE: SECRET in ENCODING`. */
export function leaksIn(matrix: Matrix): readonly string[] {
  return [...matrix].flatMap(([place, row]) =>
    [...row].flatMap(([name, { hits }]) => hits.map((encoding) => `${place}: ${name} in ${encoding}`)),
  );
}

/** A Markdown table: a row for each place, a column for each secret, in each cell the hits and how much was searched. */
export function formatMatrix(matrix: Matrix): string {
  const names = [...new Set([...matrix.values()].flatMap((row) => [...row.keys()]))];
  const cell = (finding?: Finding) =>
    finding === undefined ? "–" : `${finding.hits.length} (${Math.ceil(finding.characters / 1000)} k)`;
  const rows = [...matrix].map(([place, row]) => [place, ...names.map((name) => cell(row.get(name)))]);
  const lines = [["where", ...names], ["---", ...names.map(() => "--:")], ...rows];
  return lines.map((line) => `| ${line.join(" | ")} |`).join("\n");
}
