import type { AccessChange, AccessComparison } from "../../analysis/comparison/compare-access.js";
import type { Novelty } from "../../analysis/comparison/find-new.js";
import { toShift } from "../../analysis/comparison/to-shifts.js";
import { describeGradedShift } from "../../report/preview/describe-shift.js";

/** A comparison for people to read: gains, losses, and what only the site can tell. */
export function describeComparison({ gains, losses, unclear }: AccessComparison): string {
  const parts = [
    ...describeList("gains", gains),
    ...describeList("losses", losses),
    ...describeList("only the site can tell", unclear),
  ];
  return parts.length === 0 ? "nobody gains or loses anything\n" : `${parts.join("\n")}\n`;
}

/** Whether a change gives something new, in a line. */
export function describeNovelty(novelty: Novelty): string {
  if (novelty.answer === "nothing") return "gives nothing new\n";
  const words =
    novelty.answer === "something" ? "gives something new" : "may give something new, as only the site can tell";
  return `${words}: ${describeChange(novelty.counterexample)}\n`;
}

/** The same as plain data. */
export function noveltyData(novelty: Novelty) {
  if (novelty.answer === "nothing") return { gives: novelty.answer };
  return { gives: novelty.answer, counterexample: toShift(novelty.counterexample) };
}

function describeChange(change: AccessChange): string {
  return describeGradedShift(toShift(change));
}

function describeList(title: string, changes: readonly AccessChange[]): readonly string[] {
  return changes.length === 0 ? [] : [`${title}:`, ...changes.map((change) => `  ${describeChange(change)}`)];
}
