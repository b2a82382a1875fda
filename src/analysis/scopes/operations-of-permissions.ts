import {
  type OperationFact,
  type OperationName,
  operationFacts,
  operationNames,
} from "../../catalogue/operation-fact.js";
import { describePermission } from "../../catalogue/permissions.js";

/**
 * The operations that an account is given its permissions for: those that need one of them, and nothing beyond. What
 * needs only permissions to read counts where it reads, and people are looked for only with USER_PICKER. Operations
 * whose needs are unknown, that are for apps alone, experimental or deprecated never count.
 */
export function operationsOfPermissions(permissions: readonly string[]): OperationName[] {
  const held = new Set(permissions);
  return operationNames.filter((name) => isFor(operationFacts[name], held));
}

function isFor(fact: OperationFact, held: ReadonlySet<string>): boolean {
  const { needs, apps, state } = fact;
  if (needs === "unknown" || needs.length === 0 || apps !== undefined || state !== undefined) return false;
  if (!needs.every((oneOf) => oneOf.some((key) => held.has(key)))) return false;
  if (findsPeople(fact) && !held.has("USER_PICKER")) return false;
  return onlyReads(fact) || [...needs, fact.partly ?? []].flat().some((key) => held.has(key) && changes(key));
}

function onlyReads({ classic, granular }: OperationFact): boolean {
  return (classic ?? granular ?? []).every((scope) => scope.startsWith("read:"));
}

function findsPeople({ classic }: OperationFact): boolean {
  return classic?.includes("read:jira-user") === true;
}

function changes(permission: string): boolean {
  return describePermission(permission)?.risk !== "reads";
}
