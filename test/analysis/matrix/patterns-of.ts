import type { AccessMatrix } from "../../../src/model/access-matrix.js";

/** The marks of an account in every project. */
export function patternsOf({ patterns, rows, rowOf }: AccessMatrix, account: number): readonly string[] {
  const row = rows[rowOf[account] ?? -1] ?? [];
  const pairs = row.flatMap((pattern, at) => (at % 2 === 0 ? [[patterns[pattern], row[at + 1] ?? 0] as const] : []));
  return pairs.flatMap(([pattern = "", times]) => Array<string>(times).fill(pattern));
}
