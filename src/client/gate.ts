import PQueue from "p-queue";
import type { Operation } from "../catalogue/operations.js";

/** What a gate tells operations apart by, and how fast it lets them through. */
export interface GatedOperation extends Pick<Operation, "method"> {
  readonly id: string;
}

/** Lets requests through no faster than the site permits. */
export interface Gate {
  /** Runs the task when its operation's turn comes. */
  pass<T>(operation: GatedOperation, task: () => Promise<T>): Promise<T>;
  /** Lets no request of that operation through for a while. */
  hold(operation: GatedOperation, durationMs: number): void;
}

/**
 * Requests a second that a site permits for one method and path.
 * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
export const burstPerSecond = { GET: 100, POST: 100, PUT: 50, PATCH: 50, DELETE: 50 } as const;

const concurrencyPerOperation = 16;

/** A gate for one site, to be shared by all that talk to it in this process. */
export function createGate(): Gate {
  const queues = new Map<string, PQueue>();
  const heldUntilMs = new Map<string, number>();
  const queueOf = ({ id, method }: GatedOperation): PQueue => {
    const known = queues.get(id);
    if (known !== undefined) return known;
    const queue = new PQueue({
      concurrency: concurrencyPerOperation,
      intervalCap: burstPerSecond[method],
      interval: 1000,
      strict: true,
    });
    queues.set(id, queue);
    return queue;
  };
  return {
    pass: (operation, task) => queueOf(operation).add(task),
    hold(operation, durationMs) {
      const untilMs = Date.now() + durationMs;
      if (untilMs <= (heldUntilMs.get(operation.id) ?? 0)) return;
      heldUntilMs.set(operation.id, untilMs);
      const queue = queueOf(operation);
      queue.pause();
      setTimeout(() => {
        if (heldUntilMs.get(operation.id) === untilMs) queue.start();
      }, durationMs);
    },
  };
}
