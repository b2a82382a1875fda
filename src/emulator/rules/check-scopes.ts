import { type OperationName, type OperationScopes, operationScopes } from "../operation-scopes.js";
import { Refusal } from "../refusal.js";

/**
 * Checks that a token is good for an operation: it has the classic scope, or every granular one.
 * @throws Refusal with 401 when it is not.
 */
export function checkScopes(operation: OperationName, held: readonly string[]): void {
  const needed: OperationScopes | undefined = operationScopes[operation];
  if (needed === undefined || held.includes(needed.classic)) return;
  if (needed.granular.length > 0 && needed.granular.every((scope) => held.includes(scope))) return;
  throw new Refusal(401, { code: 401, message: "Unauthorized; scope does not match" });
}
