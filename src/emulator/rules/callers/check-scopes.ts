import { type OperationName, operationFacts } from "../../../catalogue/operation-fact.js";
import { Refusal } from "../../refusal.js";

/**
 * Checks that a token is good for an operation: it has the classic scopes, or every granular one.
 * @throws Refusal with 401 when it is not.
 */
export function checkScopes(operation: OperationName, held: readonly string[]): void {
  const { classic, granular } = operationFacts[operation];
  if ([classic, granular].some((needed) => needed?.every((scope) => held.includes(scope)))) return;
  throw new Refusal(401, { code: 401, message: "Unauthorized; scope does not match" });
}
