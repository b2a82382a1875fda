import type { Operation } from "../../catalogue/called-operations.js";
import { type Advice, createLane, type Lane } from "./lane.js";
import { toPauseError } from "./to-jira-error.js";

/** What a gate tells operations apart by, and how fast it lets them through. */
export interface GatedOperation extends Pick<Operation, "method" | "path"> {
  readonly id: string;
}

/** Lets requests through no faster than the site permits. */
export interface Gate {
  /**
   * Runs the task when its operation's turn comes.
   * @throws JiraError of kind `rate-limited` where the site asked for a longer pause than `patienceMs`; the task was
   *   not run then.
   */
  pass<T>(operation: GatedOperation, patienceMs: number, task: () => Promise<T>): Promise<T>;
  /** Takes what an answer's headers say about further requests of that operation. */
  heed(operation: GatedOperation, advice: Advice): void;
}

/**
 * Requests a second that a site permits for one method and path.
 * @see https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
export const burstPerSecond = { GET: 100, POST: 100, PUT: 50, PATCH: 50, DELETE: 50 } as const;

const gates = new Map<string, Gate>();

/** The gate of a site, the same one for all that talk to it in this process. */
export function gateOf(baseUrl: string): Gate {
  const gate = gates.get(baseUrl) ?? createGate();
  gates.set(baseUrl, gate);
  return gate;
}

/** A gate with a lane for each operation. */
export function createGate(): Gate {
  const lanes = new Map<string, Lane>();
  const laneOf = ({ id, method }: GatedOperation): Lane => {
    const lane = lanes.get(id) ?? createLane(burstPerSecond[method]);
    lanes.set(id, lane);
    return lane;
  };
  return {
    pass: (operation, patienceMs, task) =>
      laneOf(operation).pass(task, patienceMs, (pauseMs) => toPauseError(operation, pauseMs)),
    heed: (operation, advice) => laneOf(operation).heed(advice),
  };
}
