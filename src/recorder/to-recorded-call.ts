import { matchOperation, normalizePath } from "../catalogue/match-operation.js";
import { operationFacts } from "../catalogue/operation-fact.js";
import type { RecordedCall } from "../model/recording.js";

/** One call as it was seen; of the address only the path is used, and of that no id is kept. */
export interface SeenCall {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly time?: string;
  readonly durationMs?: number;
}

/** What is kept of a call: the operation, and what is said here by name. */
export function toRecordedCall({ method, path, status, time, durationMs }: SeenCall): RecordedCall {
  const operation = matchOperation(method, path);
  return {
    method: method.toUpperCase(),
    ...(operation === undefined ? { path: withoutIds(path) } : { operation, path: operationFacts[operation].path }),
    status,
    ...(time === undefined ? {} : { time }),
    ...(durationMs === undefined ? {} : { durationMs: Math.round(durationMs) }),
  };
}

/** The path of which only plain words and versions are left: everything else may be an id, a name or a secret. */
function withoutIds(path: string): string {
  const segments = normalizePath(path).split("/").slice(0, 12);
  return segments
    .map((segment) => (/^([a-z][a-z-]{0,30}|\d{1,2}\.\d|[1-3]|)$/.test(segment) ? segment : "{}"))
    .join("/");
}
