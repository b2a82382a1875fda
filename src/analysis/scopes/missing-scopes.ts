import type { OperationFact } from "../../catalogue/operation-fact.js";
import { scopeKind } from "../../catalogue/scopes.js";
import { isOpenedBy } from "./opened-operations.js";

/**
 * The scopes to add so that all these operations are open: for each in turn those of the way that takes fewest,
 * classic before granular. A set without a classic scope is kept so where it can be.
 */
export function missingScopes(facts: readonly OperationFact[], held: readonly string[]): string[] {
  const staysGranular = held.length > 0 && held.every((scope) => scopeKind(scope) === "granular");
  const all = new Set(held);
  for (const fact of facts) {
    if (isOpenedBy(fact, all)) continue;
    const { classic, granular } = fact;
    const ways = staysGranular && granular ? [granular] : [classic, granular].filter((way) => way !== undefined);
    const [fewest = []] = ways.map((way) => way.filter((scope) => !all.has(scope))).sort((a, b) => a.length - b.length);
    for (const scope of fewest) all.add(scope);
  }
  return [...all].filter((scope) => !held.includes(scope));
}
