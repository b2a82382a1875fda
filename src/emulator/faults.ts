import { z } from "zod";

const pattern = z.string().refine(isPattern, "not a regular expression");

const fault = z
  .strictObject({
    method: pattern.default(""),
    path: pattern.default(""),
    kind: z.enum(["status", "drop", "reset", "delay", "truncate", "stale"]),
    status: z.int().min(200).max(599).optional(),
    retryAfterS: z.number().min(0).optional(),
    delayMs: z.number().min(0).max(600_000).optional(),
    durationMs: z.number().min(1).max(600_000).optional(),
    skip: z.int().min(0).default(0),
    times: z.int().min(1).default(1),
    when: z.enum(["before", "after"]).default("before"),
  })
  .refine(({ kind, status }) => kind !== "status" || status !== undefined, "kind status needs a status")
  .refine(({ kind, delayMs }) => kind !== "delay" || delayMs !== undefined, "kind delay needs delayMs")
  .refine(({ kind, durationMs }) => kind === "stale" || durationMs === undefined, "durationMs is for kind stale");

/** What a list of faults looks like when it is ordered. */
export const faultList = z.array(fault);

/** Something that goes wrong with the next requests that match, as often as `times` says. */
export type Fault = z.output<typeof fault>;

/** A fault that strikes the request itself. */
export type OrderedFault = Fault & { readonly kind: Exclude<Fault["kind"], "stale"> };

interface OpenFault {
  readonly fault: Fault;
  /** How many requests that match still go well. */
  skips: number;
  left: number;
}

/** The faults that are ordered and not used up. */
export class FaultBook {
  #open: OpenFault[] = [];

  /** Orders more faults, after those already there. */
  add(faults: readonly Fault[]): void {
    this.#open.push(...faults.map((fault) => ({ fault, skips: fault.skip, left: fault.times })));
  }

  /** The first fault that matches the request, used up by one; undefined when none does, or lets it pass. */
  take(method: string, path: string): OrderedFault | undefined {
    const entry = this.#open.find(({ fault }) => fault.kind !== "stale" && matches(fault, method, path));
    return entry !== undefined && this.#strikes(entry) ? (entry.fault as OrderedFault) : undefined;
  }

  /** Whether any fault wants reads to be behind. */
  get wantsStale(): boolean {
    return this.#open.some(({ fault }) => fault.kind === "stale");
  }

  /**
   * Whether a read is behind the last write, which was `sinceMs` ago: one that lasts some time is so until that has passed,
   * any other is used up by one.
   */
  takeStale(method: string, path: string, sinceMs: number): boolean {
    const entry = this.#open.find(({ fault }) => {
      const lasts = fault.durationMs === undefined || sinceMs < fault.durationMs;
      return fault.kind === "stale" && lasts && matches(fault, method, path);
    });
    return entry !== undefined && (entry.fault.durationMs !== undefined || this.#strikes(entry));
  }

  /** Withdraws every fault. */
  clear(): void {
    this.#open = [];
  }

  #strikes(entry: OpenFault): boolean {
    entry.skips -= 1;
    if (entry.skips >= 0) return false;
    entry.left -= 1;
    if (entry.left === 0) this.#open = this.#open.filter((other) => other !== entry);
    return true;
  }
}

function matches({ method, path }: Fault, asked: string, askedPath: string): boolean {
  return new RegExp(method).test(asked) && new RegExp(path).test(askedPath);
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
