import PQueue from "p-queue";
import { type OperationId, operations } from "../catalogue/operations.js";

/** Lets requests through no faster than the site permits. */
export interface Gate {
  /** Runs the task when its operation's turn comes. */
  pass<T>(operation: OperationId, task: () => Promise<T>): Promise<T>;
  /** Lets no request of that operation through for a while. */
  hold(operation: OperationId, durationMs: number): void;
}

/**
 * Requests a second that a site permits for one method and path.
 * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
export const burstPerSecond = { GET: 100, POST: 100, PUT: 50, DELETE: 50 } as const;

const concurrencyPerOperation = 16;

/** A gate for one site, to be shared by all that talk to it in this process. */
export function createGate(): Gate {
  const queues = new Map<OperationId, PQueue>();
  const heldUntilMs = new Map<OperationId, number>();
  const queueOf = (operation: OperationId): PQueue => {
    const known = queues.get(operation);
    if (known !== undefined) return known;
    const queue = new PQueue({
      concurrency: concurrencyPerOperation,
      intervalCap: burstPerSecond[operations[operation].method],
      interval: 1000,
      strict: true,
    });
    queues.set(operation, queue);
    return queue;
  };
  return {
    pass: (operation, task) => queueOf(operation).add(task),
    hold(operation, durationMs) {
      const untilMs = Date.now() + durationMs;
      if (untilMs <= (heldUntilMs.get(operation) ?? 0)) return;
      heldUntilMs.set(operation, untilMs);
      const queue = queueOf(operation);
      queue.pause();
      setTimeout(() => {
        if (heldUntilMs.get(operation) === untilMs) queue.start();
      }, durationMs);
    },
  };
}
