import { impliedConnectScopes } from "../../catalogue/connect-scopes.js";
import type { OperationName } from "../../catalogue/operation-fact.js";
import { type MinimalScopes, minimalScopes } from "./minimal-scopes.js";
import { type FurtherAccess, furtherAccess, furtherOperations } from "./opened-operations.js";
import { type ScopeMark, scopeMarks } from "./scope-marks.js";

/** Which scopes to ask for, and what else they give. */
export interface ScopeAdvice extends MinimalScopes {
  /** What the token is to do. */
  readonly operations: readonly OperationName[];
  /** What each of the recommended scopes opens beyond that. */
  readonly opens: readonly FurtherAccess[];
  /** How many operations beyond that each set opens. */
  readonly opensMore: { readonly recommended: number; readonly granular: number };
  /** What is to be known of single scopes, where there is anything. */
  readonly marks: Readonly<Record<string, readonly ScopeMark[]>>;
  /** The scopes that those of Connect hold without saying so. */
  readonly implied: readonly string[];
}

/** Advises on the scopes for some operations. */
export function adviseScopes(operations: readonly OperationName[]): ScopeAdvice {
  const sets = minimalScopes(operations);
  const { recommended, granular, connect } = sets;
  const marks = [...new Set([...recommended, ...granular])].map((scope) => [scope, scopeMarks(scope)] as const);
  return {
    ...sets,
    operations: [...new Set(operations)].sort(),
    opens: furtherAccess(recommended, operations),
    opensMore: {
      recommended: furtherOperations(recommended, operations).length,
      granular: furtherOperations(granular, operations).length,
    },
    marks: Object.fromEntries(marks.filter(([, given]) => given.length > 0)),
    implied: [...new Set(connect.flatMap(impliedConnectScopes))],
  };
}
