import { breaks } from "./breaks.js";
import type { Outcome } from "./live-through.js";

/** The outcomes of each kind of resource, by the name of the fault. */
export type Matrix = Readonly<Record<string, Readonly<Record<string, readonly Outcome[]>>>>;

/** The matrix as a table in Markdown: a row a kind, a column a fault. */
export function formatMatrix(matrix: Matrix): string {
  const names = breaks.map(({ name }) => name);
  const all = Object.values(matrix).flatMap((row) => Object.values(row).flat());
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    `${all.length} lives, each with one fault at another of its requests: ${all.filter(hasConverged).length} came to exactly`,
    "what is declared, with nothing left to do. A cell says how many of how many, and how many requests one took on average,",
    "its reruns included. *Too much* and *lost* count what was twice or undeclared on the site, and what was missing; *stays*",
    "what a kill or a read that was behind left after the destroy, all of it once declared or replaced by a list (see above).",
    "",
    row(["kind", ...names, "too much", "lost", "stays"]),
    row(["kind", ...names, "", "", ""].map(() => "---")),
    ...Object.entries(matrix).map(([kind, outcomes]) => {
      const own = Object.values(outcomes).flat();
      const sum = (lines: (outcome: Outcome) => readonly string[]) => `${own.flatMap(lines).length}`;
      return row([
        `\`${kind}\``,
        ...names.map((name) => formatCell(outcomes[name] ?? [])),
        ...[sum(({ tooMuch }) => tooMuch), sum(({ lost }) => lost), sum(({ stays }) => stays)],
      ]);
    }),
  ].join("\n");
}

function formatCell(outcomes: readonly Outcome[]): string {
  if (outcomes.length === 0) return "–";
  const requests = outcomes.reduce((sum, outcome) => sum + outcome.requests.length, 0) / outcomes.length;
  return `${outcomes.filter(hasConverged).length}/${outcomes.length}, ${requests.toFixed(1)}`;
}

function hasConverged({ tooMuch, lost, leftToDo }: Outcome): boolean {
  return tooMuch.length + lost.length + leftToDo.length === 0;
}
