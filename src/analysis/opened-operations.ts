import { type OperationFact, type OperationName, operationFacts } from "../catalogue/operation-fact.js";

/** Whether a token with these scopes may call the operation; permissions are another matter. */
export function isOpenedBy({ classic, granular }: OperationFact, scopes: ReadonlySet<string>): boolean {
  return [classic, granular].some((needed) => needed?.every((scope) => scopes.has(scope)) === true);
}

/** Every operation that a token with these scopes may call, in the catalogue's order. */
function openedOperations(scopes: Iterable<string>): OperationName[] {
  const held = new Set(scopes);
  return operationNames.filter((name) => isOpenedBy(operationFacts[name], held));
}

/** What a scope opens beyond what is wanted. */
export interface FurtherAccess {
  readonly scope: string;
  readonly operations: readonly OperationName[];
}

/** For each scope, the operations that nobody asked for and that would be closed without it. */
export function furtherAccess(scopes: readonly string[], wanted: readonly OperationName[]): FurtherAccess[] {
  const opened = openedOperations(scopes).filter((name) => !wanted.includes(name));
  return scopes.map((scope) => {
    const others = new Set(scopes.filter((other) => other !== scope));
    return { scope, operations: opened.filter((name) => !isOpenedBy(operationFacts[name], others)) };
  });
}

const operationNames = Object.keys(operationFacts) as OperationName[];
