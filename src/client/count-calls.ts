import type { OperationId } from "../catalogue/called-operations.js";
import type { JiraClient } from "./create-client.js";

/** A client that counts, and how often each operation was called so far; repetitions of a call are not counted. */
export interface CountedClient {
  readonly client: JiraClient;
  readonly calls: ReadonlyMap<OperationId, number>;
}

/** The same client, counting. */
export function countCalls(client: JiraClient): CountedClient {
  const calls = new Map<OperationId, number>();
  return {
    calls,
    client: {
      ...client,
      call: (operation, given, answer) => {
        calls.set(operation, (calls.get(operation) ?? 0) + 1);
        return client.call(operation, given, answer);
      },
    },
  };
}
