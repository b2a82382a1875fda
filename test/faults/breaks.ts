import { isWrite } from "../helpers/describe-state.js";

/** One way in which a request may go wrong. */
export interface Break {
  readonly name: string;
  /** Only reads after a write can be behind it; all other faults strike any request. */
  readonly reads?: true;
  /** Whether the engine and its provider die with it, so that nothing more is sent and no state is kept. */
  readonly kills?: true;
  /** What is ordered at the site so that it strikes after so many requests that go well. */
  readonly order: (skip: number) => readonly object[];
}

/** How many of some requests, as `METHOD path` from the first on, the fault can strike. */
export function countStrikable({ reads }: Break, requests: readonly string[]): number {
  if (!reads) return requests.length;
  const firstWrite = requests.findIndex(isWrite);
  return firstWrite < 0 ? 0 : requests.slice(firstWrite).filter((request) => !isWrite(request)).length;
}

const dead = { kind: "status", status: 400, times: 9999 };

/** Every way. */
export const breaks: readonly Break[] = [
  { name: "request lost", order: (skip) => [{ skip, kind: "drop", when: "before" }] },
  { name: "answer lost", order: (skip) => [{ skip, kind: "drop", when: "after" }] },
  { name: "answer truncated", order: (skip) => [{ skip, kind: "truncate" }] },
  { name: "connection reset", order: (skip) => [{ skip, kind: "reset", when: "before" }] },
  { name: "429", order: (skip) => [{ skip, kind: "status", status: 429, retryAfterS: 0 }] },
  { name: "500", order: (skip) => [{ skip, kind: "status", status: 500, when: "before" }] },
  { name: "503 after the effect", order: (skip) => [{ skip, kind: "status", status: 503, when: "after" }] },
  { name: "stale read", reads: true, order: (skip) => [{ skip, kind: "stale" }] },
  { name: "killed before", kills: true, order: (skip) => [{ skip, ...dead }] },
  { name: "killed after", kills: true, order: (skip) => [{ skip, ...dead, times: 1, when: "after" }, dead] },
];
