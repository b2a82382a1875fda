import { createHash } from "node:crypto";
import type { Finding, FindingReport } from "../model/finding.js";
import { printable } from "./printable.js";

/**
 * Findings in SARIF 2.1.0, as code scanning reads it.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function toSarif({ title, rules, findings }: FindingReport): string {
  const driver = {
    name: `jira-access ${title}`,
    rules: Object.entries(rules).map(([id, text]) => ({ id, shortDescription: { text }, help: { text } })),
  };
  const run = { tool: { driver }, columnKind: "utf16CodeUnits", results: findings.map(toResult) };
  return JSON.stringify(
    { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] },
    null,
    2,
  );
}

function toResult({ rule, level, subject, message, key, place }: Finding) {
  const logicalKey = key ?? `${rule}/${subject}/${message}`;
  const logicalLocations = [{ fullyQualifiedName: printable(subject) }];
  const physicalLocation = place && {
    artifactLocation: { uri: place.file.replaceAll("\\", "/") },
    region: { startLine: place.line, startColumn: place.column },
  };
  return {
    ruleId: rule,
    level,
    message: { text: printable(`${subject}: ${message}`) },
    partialFingerprints: { "jiraAccess/v1": createHash("sha256").update(logicalKey).digest("hex") },
    locations: [{ ...(physicalLocation && { physicalLocation }), logicalLocations }],
  };
}
