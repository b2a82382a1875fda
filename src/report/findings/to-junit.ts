import { type Fault, type Finding, type FindingReport, graveFindings } from "../../model/finding.js";
import { printable } from "../printable.js";
import { toText } from "./to-text.js";

/** One case of a suite; it passed where it has no outcome. */
interface Case {
  readonly rule: string;
  readonly subject: string;
  /** The element that says how it did not pass. */
  readonly outcome?: string;
}

/**
 * Findings in JUnit's XML: a failed case for everything that a check found something grave about, and a passed one for
 * every check that found nothing grave and everything that a check was found to hold for. Where nothing could be told,
 * the one case ends with an error.
 */
export function toJunit(report: FindingReport): string {
  const { title, fault } = report;
  const suite = `jira-access ${title}`;
  const failed = fault === undefined ? listFailed(report) : [];
  const passed = fault === undefined ? listPassed(report) : [];
  const errors =
    fault === undefined ? [] : [{ rule: "outcome", subject: "It can be told", outcome: writeError(fault) }];
  const cases = [...errors, ...failed, ...passed];
  const counts = `tests="${cases.length}" failures="${failed.length}" errors="${errors.length}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${suite}" ${counts}>`,
    ...cases.map((one) => `    ${writeCase(suite, one)}`),
    "  </testsuite>",
    "</testsuites>",
  ].join("\n");
}

function listFailed(report: FindingReport): readonly Case[] {
  const grave = graveFindings(report);
  const firsts = grave.filter((finding, index) => grave.findIndex((other) => isAboutSame(other, finding)) === index);
  return firsts.map(({ rule, subject }) => {
    const findings = grave.filter((other) => isAboutSame(other, { rule, subject }));
    return { rule, subject, outcome: writeFailure(findings) };
  });
}

function isAboutSame(one: Pick<Finding, "rule" | "subject">, other: Pick<Finding, "rule" | "subject">): boolean {
  return one.rule === other.rule && one.subject === other.subject;
}

function listPassed(report: FindingReport): readonly Case[] {
  const grave = graveFindings(report);
  const rulesHeld = Object.entries(report.rules)
    .filter(([rule]) => grave.every((finding) => finding.rule !== rule))
    .map(([rule, { text }]) => ({ rule, subject: text }));
  return [...rulesHeld, ...(report.held ?? [])];
}

function writeCase(suite: string, { rule, subject, outcome }: Case): string {
  const start = `<testcase classname="${suite}.${escapeXml(rule)}" name="${escapeXml(subject)}"`;
  return outcome === undefined ? `${start}/>` : `${start}>${outcome}</testcase>`;
}

function writeFailure(findings: readonly Finding[]): string {
  const type = findings.some(({ level }) => level === "error") ? "error" : "warning";
  const message = findings.map((finding) => finding.message).join("; ");
  const all = findings.map((finding) => escapeXml(toText({ findings: [finding] }))).join("\n");
  return `<failure message="${escapeXml(message)}" type="${type}">${all}</failure>`;
}

function writeError({ kind, message }: Fault): string {
  return `<error message="${escapeXml(message)}" type="${escapeXml(kind)}"/>`;
}

function escapeXml(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return printable(text).replace(/[&<>"\uFFFE\uFFFF]/g, (sign) => entities[sign] ?? "");
}
