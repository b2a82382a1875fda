import {
  type OperationFact,
  type OperationName,
  operationFacts,
  operationNames,
} from "../../catalogue/operation-fact.js";

/** Whether a token with these scopes may call the operation; permissions are another matter. */
export function isOpenedBy({ classic, granular }: OperationFact, scopes: ReadonlySet<string>): boolean {
  return [classic, granular].some((needed) => needed?.every((scope) => scopes.has(scope)) === true);
}

/** Every operation that a token with these scopes may call, in the catalogue's order. */
export function openedOperations(scopes: Iterable<string>): OperationName[] {
  const held = new Set(scopes);
  return operationNames.filter((name) => isOpenedBy(operationFacts[name], held));
}

/** What a scope opens beyond what is wanted. */
export interface FurtherAccess {
  readonly scope: string;
  readonly operations: readonly OperationName[];
}

/** The operations that scopes open beyond those that are wanted and those that any token may call. */
export function furtherOperations(scopes: readonly string[], wanted: readonly OperationName[]): OperationName[] {
  const expected = new Set([...wanted, ...openedOperations([])]);
  return openedOperations(scopes).filter((name) => !expected.has(name));
}

/** For each scope, the operations beyond those wanted that would be closed without it. */
export function furtherAccess(scopes: readonly string[], wanted: readonly OperationName[]): FurtherAccess[] {
  const further = furtherOperations(scopes, wanted);
  return scopes.map((scope) => {
    const others = new Set(scopes.filter((other) => other !== scope));
    return { scope, operations: further.filter((name) => !isOpenedBy(operationFacts[name], others)) };
  });
}
