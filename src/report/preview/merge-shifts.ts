import type { AccessShift } from "../../model/preview.js";

/** Accounts that may do the same permissions in the same projects. */
export interface MergedShift {
  readonly accounts: readonly string[];
  readonly permissions: readonly string[];
  /** Keys of projects, or `everywhere`. */
  readonly places: readonly string[];
}

/** Shifts with as few rows as tell every one of them: first over permissions, then over projects, then over accounts. */
export function mergeShifts(shifts: readonly AccessShift[]): readonly MergedShift[] {
  const single = shifts.map((shift): MergedShift => {
    const somewhat = shift.after === "conditional" ? " (on some issues)" : "";
    return {
      accounts: [shift.account],
      permissions: [`${shift.permission}${somewhat}`],
      places: [shift.project ?? "everywhere"],
    };
  });
  const dimensions = ["permissions", "places", "accounts"] as const;
  return dimensions.reduce<readonly MergedShift[]>((rows, dimension) => mergeBy(rows, dimension), single);
}

/** Rows that differ in one dimension only, as one. */
function mergeBy(rows: readonly MergedShift[], dimension: keyof MergedShift): readonly MergedShift[] {
  const merged = new Map<string, { readonly row: MergedShift; readonly values: Set<string> }>();
  for (const row of rows) {
    const key = JSON.stringify({ ...row, [dimension]: [] });
    const known = merged.get(key) ?? { row, values: new Set() };
    for (const value of row[dimension]) known.values.add(value);
    merged.set(key, known);
  }
  return [...merged.values()].map(({ row, values }) => ({ ...row, [dimension]: [...values].sort() }));
}
