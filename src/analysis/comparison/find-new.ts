import { type AccessChange, type AccessComparison, gravity } from "./compare-access.js";

/** Whether a change gives anybody anything new, with the gravest counterexample where it does or may. */
export type Novelty =
  | { readonly answer: "nothing" }
  /** `perhaps` where only the site can tell. */
  | { readonly answer: "something" | "perhaps"; readonly counterexample: AccessChange };

/** Looks for a gain in a comparison, and where there is none, for what may be one. */
export function findNew({ gains, unclear }: AccessComparison): Novelty {
  const gain = gravest(gains);
  if (gain !== undefined) return { answer: "something", counterexample: gain };
  const doubt = gravest(unclear.filter(({ after }) => after.outcome !== "denied"));
  return doubt === undefined ? { answer: "nothing" } : { answer: "perhaps", counterexample: doubt };
}

function gravest(changes: readonly AccessChange[]): AccessChange | undefined {
  return [...changes].sort((a, b) => gravity(a) - gravity(b))[0];
}
