import type { Allowance } from "../../model/desired-access.js";

const alwaysAllowed = 5;
const allowedShare = 0.25;

/** One entry of a declared list: how it is written, and the id of what it names where that is known. */
export interface Entry {
  readonly text: string;
  readonly id?: string | undefined;
}

/** More entries than may go at once from a list that was declared. */
export interface Excess<E extends Entry> {
  readonly removed: readonly E[];
  /** How many were declared before. */
  readonly declared: number;
  /** How many may go without being allowed. */
  readonly most: number;
}

/**
 * The entries that would go at once where they are more than `max(5, 25 %)` of what was declared before, or than the
 * allowed number; undefined where they are not. An entry stays where its text or its id is declared still, so that a
 * rename takes nothing away. What was never declared does not count: strangers' entries, Jira's own defaults.
 */
export function findExcess<E extends Entry>(
  before: readonly E[],
  after: readonly Entry[],
  allow: Allowance | undefined,
): Excess<E> | undefined {
  const texts = new Set(after.map(({ text }) => text));
  const ids = new Set(after.flatMap(({ id }) => id ?? []));
  const removed = before.filter(({ text, id }) => !texts.has(text) && (id === undefined || !ids.has(id)));
  const most = Math.max(alwaysAllowed, Math.floor(before.length * allowedShare));
  return removed.length <= (allow?.removals ?? most) ? undefined : { removed, declared: before.length, most };
}

/** How a message tells of an excess. @param what the entries, in the plural. @param losses who would lose what. */
export function describeExcess(what: string, losses: string, { removed, declared, most }: Excess<Entry>): string {
  const { length } = removed;
  return `${length} of ${declared} declared ${what} would go at once: ${losses}; more than ${most} take \`allow: { removals: ${length} }\``;
}
