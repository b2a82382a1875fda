import type { RequestCount } from "./tally-requests.js";

/** A table of the requests that were made, beside the fewest possible. */
export function drawRequests(requests: readonly RequestCount[]): string {
  const sum = (which: "made" | "fewest") => requests.reduce((total, one) => total + one[which], 0);
  const rows = [...requests, { operation: "all together", made: sum("made"), fewest: sum("fewest") }];
  const width = Math.max(...rows.map(({ operation }) => operation.length));
  return [
    `${"requests".padEnd(width)}   made  fewest`,
    ...rows.map(({ operation, made, fewest }) => {
      return `${operation.padEnd(width)} ${String(made).padStart(6)} ${String(fewest).padStart(7)}`;
    }),
  ].join("\n");
}
