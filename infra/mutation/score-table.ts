import { z } from "zod";

const report = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
});

/** What a run of Stryker found, as its JSON report has it. */
export type MutationReport = z.infer<typeof report>;

/** Reads Stryker's JSON report. */
export function readReport(text: string): MutationReport {
  return report.parse(JSON.parse(text));
}

/**
 * A Markdown table of how many mutants each file had and how many of them a test noticed. What does not compile counts
 * for nothing, and so do mutants of code that runs only once, at load, where no single test reaches it.
 */
export function formatScores({ files }: MutationReport): string {
  const rows = Object.entries(files).map(([file, { mutants }]) => toRow(`\`${file}\``, mutants));
  const all = toRow(
    "**all**",
    Object.values(files).flatMap(({ mutants }) => mutants),
  );
  const head = ["| file | mutants | noticed | not noticed | score |", "|---|--:|--:|--:|--:|"];
  return [...head, ...rows.filter(({ valid }) => valid > 0), all]
    .map((row) => (typeof row === "string" ? row : row.text))
    .join("\n");
}

const noticed = new Set(["Killed", "Timeout"]);
const missed = new Set(["Survived", "NoCoverage"]);

function toRow(name: string, mutants: readonly { readonly status: string }[]) {
  const killed = mutants.filter(({ status }) => noticed.has(status)).length;
  const survived = mutants.filter(({ status }) => missed.has(status)).length;
  const valid = killed + survived;
  const score = valid === 0 ? "–" : `${((100 * killed) / valid).toFixed(1)} %`;
  return { valid, text: `| ${name} | ${valid} | ${killed} | ${survived} | ${score} |` };
}
