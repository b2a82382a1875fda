import { operationFacts } from "../../catalogue/operation-fact.js";
import { scopeKind, scopeListings } from "../../catalogue/scopes.js";

/**
 * What is to be known of a scope before it is asked for: `beta`, as Atlassian's document calls all granular ones;
 * `deprecated` when only deprecated operations need it, `unused` when none does; `unlisted` when the
 * document does not list it among those that can be asked for.
 */
export type ScopeMark = "beta" | "deprecated" | "unused" | "unlisted";

/** The marks of a scope, in a fixed order. */
export function scopeMarks(scope: string): ScopeMark[] {
  const named = Object.values(operationFacts).filter(({ classic = [], granular = [] }) =>
    [...classic, ...granular].includes(scope),
  );
  const marks: readonly (readonly [ScopeMark, boolean])[] = [
    ["beta", scopeKind(scope) === "granular"],
    ["deprecated", named.length > 0 && named.every(({ state }) => state === "deprecated")],
    ["unused", named.length === 0],
    ["unlisted", scopeListings[scope] !== "listed"],
  ];
  return marks.filter(([, applies]) => applies).map(([mark]) => mark);
}
