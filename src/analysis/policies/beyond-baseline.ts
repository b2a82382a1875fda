import { z } from "zod";
import { definePolicy } from "./policy.js";
import { listRights } from "./right-text.js";

/** Nothing is declared that the committed baseline does not list. */
export const beyondBaseline = definePolicy({
  name: "beyond-baseline",
  severity: "medium",
  summary: "No grant, seat or membership is declared beyond the committed baseline.",
  remediation: "Take it back, or have the new baseline reviewed: jira-access baseline STACK.",
  options: {
    file: z.string().optional().describe("The baseline. Default: stacks/baselines/STACK.txt, where there is one."),
  },
  judge: (rights, { file }, { readBaseline }) => {
    const baseline = readBaseline(file);
    if (baseline === undefined) return { notApplicable: "the stack has no baseline" };
    const listed = new Set(baseline);
    return {
      violations: listRights(rights)
        .filter(({ right }) => !listed.has(right))
        .map((violation) => ({ ...violation, message: "the baseline does not list this" })),
    };
  },
});
