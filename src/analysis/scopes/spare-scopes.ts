import type { OperationFact } from "../../catalogue/operation-fact.js";
import { isOpenedBy } from "./opened-operations.js";

/** The scopes without those that can go, one after the other, while the operations stay open. */
export function withoutSpare(scopes: readonly string[], facts: readonly OperationFact[]): string[] {
  const left = new Set(scopes.toSorted());
  for (const scope of [...left]) {
    left.delete(scope);
    if (!facts.every((fact) => isOpenedBy(fact, left))) left.add(scope);
  }
  return [...left].sort();
}
