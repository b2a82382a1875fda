import fc from "fast-check";
import type { TestSite } from "../emulator/site.js";

/** What goes wrong in one run: faults one after the other, each after some requests of its kind went well. */
export interface Trouble {
  readonly faults: readonly { readonly method: string; readonly passing: number; readonly fault: object }[];
  /** After how many writes the engine is killed; never where it is absent. */
  readonly killedAfter?: number;
  readonly atOnce: boolean;
}

const writes = "POST|PUT|DELETE";
const quickFaults = [
  { kind: "drop", when: "before" },
  { kind: "drop", when: "after" },
  { kind: "reset", when: "before" },
  { kind: "truncate" },
  { kind: "stale", times: 2 },
  { kind: "status", status: 500, when: "before" },
  { kind: "status", status: 500, when: "after" },
  { kind: "status", status: 429, retryAfterS: 0 },
  { kind: "status", status: 400, when: "before" },
];

/** Faults that cost minutes, or on the virtual clock nothing; an answer after 40 seconds is not waited for. */
const slowFaults = [
  { kind: "status", status: 429, retryAfterS: 45 },
  { kind: "status", status: 503, retryAfterS: 100, when: "before" },
  { kind: "delay", delayMs: 20_000, when: "before" },
  { kind: "delay", delayMs: 20_000, when: "after" },
  { kind: "delay", delayMs: 40_000, when: "after" },
];

/** Runs in which requests fail, by these faults. */
const failuresBy = (faults: readonly object[]): fc.Arbitrary<Trouble> => {
  const method = fc.constantFrom("GET", writes, writes, "POST");
  const fault = fc.record({ method, passing: fc.nat(6), fault: fc.constantFrom(...faults) });
  return fc.record({ faults: fc.array(fault, { maxLength: 3 }), atOnce: fc.boolean() });
};

const kills: fc.Arbitrary<Trouble> = fc.record({
  ...{ faults: fc.constant([]), killedAfter: fc.nat(8), atOnce: fc.boolean() },
});

/** Runs in which requests fail, but none takes long. */
export const quickFailures = failuresBy(quickFaults);
/** Runs in which requests fail or the engine is killed, but nothing takes long. */
export const quickTroubles = fc.oneof(quickFailures, kills);
/** Runs in which requests fail or are slow. */
export const failures = failuresBy([...quickFaults, ...slowFaults]);
/** Runs in which requests fail or are slow, or the engine is killed. */
export const troubles = fc.oneof(failures, kills);

/** Orders what is to go wrong; a killed run's writes fail from some moment on, and its last answer is lost. */
export async function order(site: Pick<TestSite, "control">, { faults, killedAfter }: Trouble): Promise<void> {
  const list =
    killedAfter === undefined
      ? faults.flatMap(({ method, passing, fault }) => [...pass(method, passing), { method, ...fault }])
      : [...pass(writes, killedAfter), { method: writes, kind: "status", status: 400, times: 9999 }];
  await site.control("POST /faults", list);
}

function pass(method: string, times: number): object[] {
  return times === 0 ? [] : [{ method, kind: "delay", delayMs: 0, times }];
}
