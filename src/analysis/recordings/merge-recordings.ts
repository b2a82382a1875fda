import type { Recording, Watch } from "../../model/recording.js";

/** Several recordings as one; it is of a user only where all are of the same. */
export function mergeRecordings(recordings: readonly Recording[]): Recording {
  const users = new Set(recordings.map(({ user }) => user));
  const [user] = users.size === 1 ? users : [];
  return {
    ...(user === undefined ? {} : { user }),
    watches: recordings.flatMap(({ watches }) => watches),
    calls: recordings.flatMap(({ calls }) => calls),
  };
}

/** How long was watched altogether, in milliseconds; what several recordings saw at once counts once. */
export function watchedMs(watches: readonly Watch[]): number {
  const spans = watches.map(({ from, to }) => [Date.parse(from), Date.parse(to)] as const).sort(([a], [b]) => a - b);
  let total = 0;
  let seenUntil = Number.NEGATIVE_INFINITY;
  for (const [from, to] of spans) {
    total += Math.max(0, to - Math.max(from, seenUntil));
    seenUntil = Math.max(seenUntil, to);
  }
  return total;
}

/** A length of time as people say it, of its largest unit that is at least 2: `3 days`, `90 minutes`. */
export function describeDuration(ms: number): string {
  const units = [
    ["days", 86_400_000],
    ["hours", 3_600_000],
    ["minutes", 60_000],
  ] as const;
  const [unit, length] = units.find(([, length]) => ms >= 2 * length) ?? ["seconds", 1000];
  return `${Math.floor(ms / length)} ${unit}`;
}
