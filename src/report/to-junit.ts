import { type FindingReport, graveFindings } from "../model/finding.js";
import { printable } from "./printable.js";

/**
 * Findings in JUnit's XML: one failed case each, and one passed case for every check that found nothing grave and
 * everything that a check was found to hold for.
 */
export function toJunit(report: FindingReport): string {
  const suite = `jira-access ${report.title}`;
  const grave = graveFindings(report);
  const failed = grave.map(({ rule, subject, message, level }) => {
    const failure = `<failure message="${escapeXml(message)}" type="${level}"/>`;
    return `    <testcase classname="${suite}.${escapeXml(rule)}" name="${escapeXml(subject)}">${failure}</testcase>`;
  });
  const rulesHeld = Object.entries(report.rules)
    .filter(([rule]) => grave.every((finding) => finding.rule !== rule))
    .map(([rule, text]) => ({ rule, subject: text }));
  const passed = [...rulesHeld, ...(report.held ?? [])].map(
    ({ rule, subject }) => `    <testcase classname="${suite}.${escapeXml(rule)}" name="${escapeXml(subject)}"/>`,
  );
  const counts = `tests="${failed.length + passed.length}" failures="${failed.length}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${suite}" ${counts}>`,
    ...failed,
    ...passed,
    "  </testsuite>",
    "</testsuites>",
  ].join("\n");
}

function escapeXml(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return printable(text).replace(/[&<>"\uFFFE\uFFFF]/g, (sign) => entities[sign] ?? "");
}
