/** One try of a request that did not end well, as far as it matters for trying again. */
export interface FailedTry {
  /** The status that came back; undefined where no answer came. */
  readonly status: number | undefined;
  /** Whether it may have reached the site; false where no connection came about. */
  readonly reached: boolean;
  /** Whether sending it again has no second effect. */
  readonly repeatable: boolean;
  /** How many tries there have been, this one included. */
  readonly tries: number;
  readonly elapsedMs: number;
  /** How long the site asked to wait. */
  readonly retryAfterMs: number | undefined;
}

/** Whether to send a request again, and when; or why not. */
export type RetryDecision =
  | { readonly retry: true; readonly delayMs: number }
  | { readonly retry: false; readonly reason: "final" | "may have had its effect" | "unreachable" | "time is up" };

const baseDelayMs = 250;
const longestDelayMs = 20_000;
const triesToReach = 3;

/**
 * Decides about a failed try: 429 is always sent again, faults of the server or the network only where a repetition
 * has no second effect, and a site that cannot be reached only three times, since its address is likely wrong; with
 * full jitter, no earlier than the site asked, and never past the budget.
 * @param retryBudgetMs how long a request may take altogether.
 * @param random a number from 0 up to but not including 1.
 */
export function decideRetry(failed: FailedTry, retryBudgetMs: number, random: number): RetryDecision {
  const { status } = failed;
  const passing = status === undefined || status === 429 || status >= 500;
  if (!passing) return { retry: false, reason: "final" };
  if (!failed.reached && failed.tries >= triesToReach) return { retry: false, reason: "unreachable" };
  if (status !== 429 && failed.reached && !failed.repeatable)
    return { retry: false, reason: "may have had its effect" };
  const ceilingMs = Math.min(longestDelayMs, baseDelayMs * 2 ** failed.tries);
  const delayMs = (failed.retryAfterMs ?? 0) + Math.round(random * ceilingMs);
  if (failed.elapsedMs + delayMs > retryBudgetMs) return { retry: false, reason: "time is up" };
  return { retry: true, delayMs };
}

/** What a `Retry-After` header asks for, in milliseconds: seconds or a date; undefined where it is neither. */
export function readRetryAfter(header: unknown, nowMs: number): number | undefined {
  if (typeof header !== "string" || header.trim() === "") return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const dateMs = Date.parse(header);
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
}

const nearLimitPauseMs = 100;

/**
 * How long no further request of the same kind should go out after this answer: what `Retry-After` asks, until the
 * reset when nothing remains, a breath when the limit is near; undefined when nothing speaks against going on.
 * @param headers by lower-case name.
 */
export function readPause(headers: Readonly<Record<string, unknown>>, nowMs: number): number | undefined {
  const askedMs = readRetryAfter(headers["retry-after"], nowMs);
  if (askedMs !== undefined) return askedMs;
  if (headers["x-ratelimit-remaining"] === "0") return readRetryAfter(headers["x-ratelimit-reset"], nowMs);
  return headers["x-ratelimit-nearlimit"] === "true" ? nearLimitPauseMs : undefined;
}

/** How many more requests of the same kind the site would take now; undefined where it does not say. */
export function readRemaining(headers: Readonly<Record<string, unknown>>): number | undefined {
  const text = String(headers["x-ratelimit-remaining"]);
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
