import { risks } from "../../catalogue/risk.js";
import type { AccessShift } from "../../model/preview.js";

/** A part of a comment that stands or is left out as a whole. */
export interface Section {
  /** What kind of thing it tells, in the plural, for the note on what was left out. */
  readonly topic: string;
  /** How many of them. */
  readonly count: number;
  readonly title: string;
  /** Markdown, without a line break at its end. */
  readonly body: string;
  /** Whether it is shown without being opened. */
  readonly isOpen: boolean;
  /** Its place in the order of leaving out: the greatest goes first. */
  readonly rank: number;
}

/** The tier of a risk, gravest first, from 0; what has none comes last. */
export function tierOf(risk: string | undefined): number {
  const tier = (risks as readonly string[]).indexOf(risk ?? "");
  return tier === -1 ? risks.length : tier;
}

/** Shifts by their tier, gravest first; tiers without any are left out. */
export function byTier(
  shifts: readonly AccessShift[],
): readonly (readonly [tier: number, of: readonly AccessShift[]])[] {
  return [...risks, undefined].flatMap((risk) => {
    const of = shifts.filter((shift) => tierOf(shift.risk) === tierOf(risk));
    return of.length === 0 ? [] : [[tierOf(risk), of] as const];
  });
}

/** What a tier is called. */
export function nameTier(tier: number): string {
  return risks[tier] ?? "permissions of apps";
}
