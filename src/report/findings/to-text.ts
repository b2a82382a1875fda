import type { FindingReport } from "../../model/finding.js";
import { printable } from "../printable.js";

/** Findings for a terminal, one a line: `warning: API token "x" of ann@…: never used … (never-used)`. */
export function toText({ findings }: Pick<FindingReport, "findings">): string {
  return findings
    .map(({ level, subject, message, rule, place }) => {
      const where = place === undefined ? "" : `${place.file}:${place.line}:${place.column}: `;
      return printable(`${where}${level}: ${subject}: ${message} (${rule})`);
    })
    .join("\n");
}
