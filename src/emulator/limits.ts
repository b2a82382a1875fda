import { Refusal } from "./refusal.js";
import type { Route } from "./route.js";

/** What a limit tells its caller about itself. */
export type LimitHeaders = Readonly<Record<string, string>>;

const burst = { GET: 100, POST: 100, PUT: 50, DELETE: 50 } as const;
const larger: Partial<Record<Route["operation"], number>> = { getUser: 150, getIssue: 150 };
const issueWrites = [
  { most: 20, ms: 2_000 },
  { most: 100, ms: 30_000 },
] as const;

/** Counts requests: so many a second to each operation, and so many changes to each issue. */
export class Limits {
  #recent = new Map<string, number[]>();

  /**
   * Counts one request; `issue` is the id of the issue that it changes.
   * @returns what its answer's headers say about the limit.
   * @throws Refusal with 429 when it is one too many; it is not counted then.
   */
  count({ operation, method }: Pick<Route, "operation" | "method">, issue?: string): LimitHeaders {
    const most = larger[operation] ?? burst[method];
    const left = this.#check(operation, { most, ms: 1000 }, "jira-burst-based");
    if (issue !== undefined) {
      for (const limit of issueWrites) this.#check(`issue ${issue}`, limit, "jira-per-issue-on-write");
      this.#note(`issue ${issue}`);
    }
    this.#note(operation);
    return limitHeaders(most, left - 1);
  }

  /** Forgets every request. */
  clear(): void {
    this.#recent.clear();
  }

  #check(name: string, { most, ms }: { most: number; ms: number }, reason: string): number {
    const [now, all] = [Date.now(), this.#recent.get(name) ?? []];
    const recent = all.filter((moment) => moment > now - ms);
    const [oldest = now] = recent;
    if (recent.length >= most) throw refuseTooMany(most, (oldest + ms - now) / 1000, reason);
    return most - recent.length;
  }

  #note(name: string): void {
    const now = Date.now();
    const longest = issueWrites[1].ms;
    const kept = (this.#recent.get(name) ?? []).filter((moment) => moment > now - longest);
    this.#recent.set(name, [...kept, now]);
  }
}

/** The headers of a refusal with 429. */
export function tooManyHeaders(limit: number, retryAfterS: number, reason: string): LimitHeaders {
  return {
    ...limitHeaders(limit, 0),
    "retry-after": String(retryAfterS),
    "x-ratelimit-reset": new Date(Date.now() + retryAfterS * 1000).toISOString(),
    "ratelimit-reason": reason,
  };
}

function refuseTooMany(limit: number, waitS: number, reason: string): Refusal {
  const body = { errorMessages: ["Rate limit exceeded."], errors: {} };
  return new Refusal(429, body, tooManyHeaders(limit, Math.max(1, Math.ceil(waitS)), reason));
}

function limitHeaders(limit: number, left: number): LimitHeaders {
  return {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(left),
    "x-ratelimit-nearlimit": String(left < limit / 5),
  };
}
