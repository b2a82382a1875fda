import { createHash } from "node:crypto";
import type { Fault, Finding, FindingReport } from "../../model/finding.js";
import { printable } from "../printable.js";
import { keyOf } from "./finding-key.js";
import { listSarifRules, sarifRuleOf } from "./sarif-rules.js";
import { toUri } from "./to-uri.js";

/** A file with more of them is refused by code scanning. */
const mostResults = 25_000;

/**
 * Findings in SARIF 2.1.0, as code scanning reads it: the first 25,000, in the order in which they are given. Where
 * nothing could be told, the run is marked as failed and says why.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export function toSarif({ title, stack, rules, findings, fault }: FindingReport): string {
  const category = ["jira-access", title, ...(stack === undefined ? [] : [stack])].map(encodeURIComponent);
  const run = {
    tool: { driver: { name: `jira-access ${title}`, rules: listSarifRules(rules) } },
    automationDetails: { id: `${category.join("/")}/` },
    columnKind: "utf16CodeUnits",
    invocations: [
      { executionSuccessful: fault === undefined, toolExecutionNotifications: notify(fault, findings.length) },
    ],
    results: findings.slice(0, mostResults).map((finding) => toResult(finding, sarifRuleOf(finding, rules))),
  };
  return JSON.stringify(
    { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] },
    null,
    2,
  );
}

function notify(fault: Fault | undefined, found: number) {
  const shed = found - mostResults;
  return [
    ...(fault === undefined ? [] : [toNotification("error", fault)]),
    ...(shed <= 0 ? [] : [toNotification("warning", { kind: "shed", message: `${shed} more results are left out` })]),
  ];
}

function toNotification(level: "error" | "warning", { kind, message }: Fault) {
  return { level, descriptor: { id: kind }, message: { text: printable(message) } };
}

function toResult(finding: Finding, ruleId: string) {
  const { level, subject, message, place } = finding;
  const fingerprint = createHash("sha256").update(keyOf(finding)).digest("hex");
  const physicalLocation = place && {
    artifactLocation: { uri: toUri(place.file) },
    region: {
      startLine: place.line,
      startColumn: place.column,
      endLine: place.line,
      endColumn: place.column + 1,
    },
  };
  return {
    ruleId,
    level,
    message: { text: printable(`${subject}: ${message}`) },
    // Code scanning reads the first of these, which it would else make of the text of the line.
    partialFingerprints: { primaryLocationLineHash: fingerprint, "jiraAccess/v1": fingerprint },
    locations: [
      {
        ...(physicalLocation && { physicalLocation }),
        logicalLocations: [{ fullyQualifiedName: printable(subject) }],
      },
    ],
  };
}
