import { impliedConnectScopes } from "../../catalogue/connect-scopes.js";
import { type OperationFact, type OperationName, operationFacts } from "../../catalogue/operation-fact.js";
import { isOpenedBy } from "./opened-operations.js";
import { withoutSpare } from "./spare-scopes.js";

/** The smallest sets of scopes with which a token may call some operations, one set for each way of asking for them. */
export interface MinimalScopes {
  /** Classic scopes, which Atlassian recommends; granular ones only for operations that no classic scope opens. */
  readonly recommended: readonly string[];
  /** Granular scopes; classic ones only for operations that no granular scope opens. */
  readonly granular: readonly string[];
  /** The scopes of a Connect app. */
  readonly connect: readonly string[];
  /** Operations that no OAuth scope opens. */
  readonly closed: readonly OperationName[];
  /** Operations that a Connect app cannot call. */
  readonly closedToConnect: readonly OperationName[];
}

/**
 * The smallest sets of scopes that open all these operations. Each operation is opened in the preferred way, unless
 * scopes that others need open it anyway; no scope can be taken from a set without closing one of the operations.
 */
export function minimalScopes(operations: Iterable<OperationName>): MinimalScopes {
  const names = [...new Set(operations)].sort();
  const facts = names.map((name) => operationFacts[name]);
  return {
    recommended: smallestSet(facts, ({ classic, granular }) => classic ?? granular),
    granular: smallestSet(facts, ({ classic, granular }) => granular ?? classic),
    connect: smallestConnectSet(facts),
    closed: names.filter((name) => !operationFacts[name].classic && !operationFacts[name].granular),
    closedToConnect: names.filter((name) => operationFacts[name].connect === "INACCESSIBLE"),
  };
}

function smallestSet(
  facts: readonly OperationFact[],
  preferred: (fact: OperationFact) => readonly string[] | undefined,
): string[] {
  const open = facts.filter((fact) => preferred(fact) !== undefined);
  const inOneWay = open.filter(({ classic, granular }) => classic === undefined || granular === undefined);
  const certain = new Set(inOneWay.flatMap((fact) => preferred(fact) ?? []));
  const others = open.filter((fact) => !isOpenedBy(fact, certain));
  return withoutSpare([...certain, ...others.flatMap((fact) => preferred(fact) ?? [])], open);
}

function smallestConnectSet(facts: readonly OperationFact[]): string[] {
  const needed = new Set<string>(facts.map(({ connect }) => connect));
  for (const scope of ["NONE", "INACCESSIBLE", ...[...needed].flatMap(impliedConnectScopes)]) needed.delete(scope);
  return [...needed].sort();
}
