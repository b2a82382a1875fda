import { percentKept } from "../../model/coverage.js";
import type { FindingReport } from "../../model/finding.js";
import { keyOf } from "./finding-key.js";
import type { FindingsDocument } from "./findings-schema.js";

/** Findings for programs, in the form that `findingsSchema` describes. */
export function toJson({ title, stack, rules, findings, held = [], coverage, fault }: FindingReport): string {
  const document: FindingsDocument = {
    format_version: 1,
    title,
    ...(stack === undefined ? {} : { stack }),
    ...(fault && { fault: { ...fault } }),
    rules: Object.fromEntries(Object.entries(rules).map(([key, { text }]) => [key, text])),
    findings: findings.map((finding) => ({ ...finding, key: keyOf(finding) })),
    held: [...held],
    ...(coverage && {
      coverage: coverage.map((one) => ({ ...one, unmanaged: [...one.unmanaged], percent: percentKept(one) })),
    }),
  };
  return JSON.stringify(document, null, 2);
}
