import { isOperationName, type OperationName } from "../../catalogue/operation-fact.js";
import type { CallCount } from "../../model/derived-access.js";
import type { RecordedCall } from "../../model/recording.js";

/** What came of an integration's calls. */
export interface SortedCalls {
  /** The operations of which at least one call went through. */
  readonly operations: readonly OperationName[];
  /** Calls that the site refused (4xx but 429). */
  readonly refused: readonly CallCount[];
  readonly unmapped: readonly CallCount[];
}

/** Sorts an integration's calls by what came of them; those that met a fault of the site or got no answer tell nothing. */
export function sortCalls(calls: readonly RecordedCall[]): SortedCalls {
  const names = calls.flatMap(({ operation = "", status }) =>
    isOperationName(operation) && status >= 200 && status < 400 ? [operation] : [],
  );
  return {
    operations: [...new Set(names)].sort(),
    refused: countAlike(calls.filter(({ operation, status }) => operation !== undefined && isRefusal(status))),
    unmapped: countAlike(calls.filter(({ operation }) => operation === undefined)),
  };
}

function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 429;
}

function countAlike(calls: readonly RecordedCall[]): CallCount[] {
  const counts = new Map<string, CallCount>();
  for (const { method, path, operation, status } of calls) {
    const key = `${path} ${method} ${status}`;
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { method, path, ...(operation === undefined ? {} : { operation }), status, count });
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}
