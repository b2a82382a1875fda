import type { Column } from "../columns.js";
import type { Tallies } from "../tally.js";
import { tiers } from "../tiers.js";
import type { View } from "../view.js";

/** What rows are sorted by. */
interface Sortable {
  readonly name: string;
  readonly tallies: Tallies;
}

const { compare } = new Intl.Collator("en");

/** Rows by name, or those that hold most of the gravest tier first. */
export function sortRows<T extends Sortable>(
  rows: readonly T[],
  columns: readonly Column[],
  order: View["order"],
): readonly T[] {
  const byTier = tiers.map((tier) => columns.filter((column) => column.tier === tier)).filter((own) => own.length > 0);
  const weighed = rows.map((row) => ({ row, weights: order === "risk" ? byTier.map((own) => weigh(row, own)) : [] }));
  weighed.sort((a, b) => {
    const unlike = a.weights.findIndex((weight, tier) => weight !== b.weights[tier]);
    return unlike < 0 ? compare(a.row.name, b.row.name) : (b.weights[unlike] ?? 0) - (a.weights[unlike] ?? 0);
  });
  return weighed.map(({ row }) => row);
}

function weigh({ tallies }: Sortable, columns: readonly Column[]): number {
  let weight = 0;
  for (const column of columns) {
    const { held = 0, some = 0 } = tallies.get(column) ?? {};
    weight += held + some / 2;
  }
  return weight;
}
