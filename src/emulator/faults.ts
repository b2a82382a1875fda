import { z } from "zod";

const pattern = z.string().refine(isPattern, "not a regular expression");

const fault = z
  .strictObject({
    method: pattern.default(""),
    path: pattern.default(""),
    kind: z.enum(["status", "drop", "reset", "delay", "truncate"]),
    status: z.int().min(200).max(599).optional(),
    retryAfterS: z.number().min(0).optional(),
    delayMs: z.number().min(0).max(600_000).optional(),
    times: z.int().min(1).default(1),
    when: z.enum(["before", "after"]).default("before"),
  })
  .refine(({ kind, status }) => kind !== "status" || status !== undefined, "kind status needs a status")
  .refine(({ kind, delayMs }) => kind !== "delay" || delayMs !== undefined, "kind delay needs delayMs");

/** What a list of faults looks like when it is ordered. */
export const faultList = z.array(fault);

/** Something that goes wrong with the next requests that match, as often as `times` says. */
export type Fault = z.output<typeof fault>;

/** The faults that are ordered and not used up. */
export class FaultBook {
  #open: { fault: Fault; left: number }[] = [];

  /** Orders more faults, after those already there. */
  add(faults: readonly Fault[]): void {
    this.#open.push(...faults.map((fault) => ({ fault, left: fault.times })));
  }

  /** The first fault that matches the request, used up by one; undefined when none does. */
  take(method: string, path: string): Fault | undefined {
    const entry = this.#open.find(
      ({ fault }) => new RegExp(fault.method).test(method) && new RegExp(fault.path).test(path),
    );
    if (entry === undefined) return undefined;
    entry.left -= 1;
    if (entry.left === 0) this.#open = this.#open.filter((other) => other !== entry);
    return entry.fault;
  }

  /** Withdraws every fault. */
  clear(): void {
    this.#open = [];
  }
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
