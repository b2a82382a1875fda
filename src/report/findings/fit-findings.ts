import { type FindingReport, graveFindings } from "../../model/finding.js";
import { type FindingFormat, formatFindings } from "./format-findings.js";

/**
 * The findings as text of that form and at most so long: notes are left out first, then the last of the others, and a
 * last line says how many.
 */
export function fitFindings(report: FindingReport, format: FindingFormat, mostCharacters: number): string {
  const grave = graveFindings(report);
  const all = [...grave, ...report.findings.filter((finding) => !grave.includes(finding))];
  const write = (count: number) => {
    const text = formatFindings({ ...report, findings: all.slice(0, count) }, format);
    return count === all.length ? text : `${text}\n\nLeft out for length: ${all.length - count} of ${all.length}.`;
  };
  let [fits, tooMany] = [0, all.length + 1];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if (write(middle).length <= mostCharacters) fits = middle;
    else tooMany = middle;
  }
  return write(fits);
}
