import { expect, test } from "vitest";
import { formatScores, readReport } from "../../../infra/mutation/score-table.js";

const mutants = (...statuses: readonly string[]) => ({ mutants: statuses.map((status) => ({ status })) });

test("scores count what a test noticed, and leave out what no test could", () => {
  const report = {
    schemaVersion: "2",
    files: {
      "src/a.ts": mutants("Killed", "Timeout", "Survived", "Ignored"),
      "src/b.ts": mutants("Killed", "NoCoverage", "CompileError", "RuntimeError"),
      "src/nothing.ts": mutants("Ignored"),
    },
  };
  expect(formatScores(readReport(JSON.stringify(report)))).toBe(
    [
      "| file | mutants | noticed | not noticed | score |",
      "|---|--:|--:|--:|--:|",
      "| `src/a.ts` | 3 | 2 | 1 | 66.7 % |",
      "| `src/b.ts` | 2 | 1 | 1 | 50.0 % |",
      "| **all** | 5 | 3 | 2 | 60.0 % |",
    ].join("\n"),
  );
});
