import { type OperationName, operationFacts } from "../../catalogue/operation-fact.js";
import { describePermission } from "../../catalogue/permissions.js";
import type { DerivedAccess, UsedRight } from "../../model/derived-access.js";
import type { Recording } from "../../model/recording.js";
import { minimalPermissions } from "../scopes/minimal-permissions.js";
import { minimalScopes } from "../scopes/minimal-scopes.js";
import { watchedMs } from "./merge-recordings.js";
import { sortCalls } from "./sort-calls.js";

/** The least permissions and scopes with which an integration could have done what it was seen to do. */
export function deriveAccess({ user, watches, calls }: Recording): DerivedAccess {
  const { operations, refused, unmapped } = sortCalls(calls);
  const { permissions, otherRights, unknown } = minimalPermissions(operations);
  const { recommended, granular } = minimalScopes(operations);
  const isProject = (key: string) => describePermission(key)?.level === "project";
  const use = (rights: readonly string[]) => rights.map((right) => describeUse(right, operations));
  return {
    ...(user === undefined ? {} : { user }),
    watchedMs: watchedMs(watches),
    calls: calls.length,
    operations,
    permissions: use(permissions.filter(isProject)).sort(readingFirst),
    otherRights: use([...permissions.filter((key) => !isProject(key)), ...otherRights]),
    partly: findPartly(operations, new Set(permissions)),
    unknown,
    scopes: { recommended, granular },
    refused,
    unmapped,
  };
}

function describeUse(right: string, operations: readonly OperationName[]): UsedRight {
  const others = right.replace("_OWN_", "_ALL_");
  const isAmong = (operation: OperationName, key: string) => {
    const { needs } = operationFacts[operation];
    return needs !== "unknown" && needs.some((oneOf) => oneOf.includes(key));
  };
  const users = operations.filter((operation) => isAmong(operation, right));
  const pair = others !== right && users.some((operation) => isAmong(operation, others)) ? { forOthers: others } : {};
  return { right, operations: users, ...pair };
}

function findPartly(operations: readonly OperationName[], needed: ReadonlySet<string>): UsedRight[] {
  const rights = new Map<string, OperationName[]>();
  for (const operation of operations) {
    for (const right of operationFacts[operation].partly ?? []) {
      if (!needed.has(right)) rights.set(right, [...(rights.get(right) ?? []), operation]);
    }
  }
  return [...rights].map(([right, operations]) => ({ right, operations })).sort(readingFirst);
}

function readingFirst(a: UsedRight, b: UsedRight): number {
  const rank = ({ right }: UsedRight) => (right === "BROWSE_PROJECTS" ? "" : right);
  return rank(a) < rank(b) ? -1 : 1;
}
