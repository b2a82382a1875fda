import type { Drift } from "../../model/drift.js";
import type { DriftIgnore } from "../../model/drift-ignore.js";
import { fits } from "../../model/fits.js";
import { nameEntry, nameResource } from "./describe-drift.js";

/** Drift parted by what the stack file says to ignore. */
export interface MutedDrift {
  readonly told: readonly Drift[];
  /** What is known and right for a while, each with the words of the file. */
  readonly muted: readonly { readonly drift: Drift; readonly ignore: DriftIgnore }[];
  /** Those whose last day has passed; they mute nothing. */
  readonly expired: readonly DriftIgnore[];
}

/**
 * Parts drift by what is to be ignored. A gain of access is never muted, nor is anything whose last day has passed.
 * @param today as YYYY-MM-DD.
 */
export function muteDrift(drift: readonly Drift[], ignores: readonly DriftIgnore[], today: string): MutedDrift {
  const current = ignores.filter(({ until }) => today <= until);
  const parted = drift.map((one) => ({ drift: one, ignore: current.find((ignore) => isMeant(ignore, one)) }));
  return {
    told: parted.flatMap(({ drift: one, ignore }) => (ignore === undefined ? one : [])),
    muted: parted.flatMap(({ drift: one, ignore }) => (ignore === undefined ? [] : { drift: one, ignore })),
    expired: ignores.filter(({ until }) => until < today),
  };
}

function isMeant({ resource, entry }: DriftIgnore, drift: Drift): boolean {
  if (drift.gains || !fits(nameResource(drift), resource)) return false;
  return entry === undefined || fits(nameEntry(drift), entry);
}
