import { expect, test } from "vitest";
import type { Finding, FindingReport } from "../../../src/model/finding.js";
import { toSarif } from "../../../src/report/findings/to-sarif.js";
import { codeScanningFaults, sarifFaults } from "./sarif-validator.js";

const found: Finding = {
  rule: "changed-outside",
  level: "error",
  subject: "PermissionScheme web",
  message: "+ grants.DELETE_ISSUES.anyone, on the site",
  key: "changed-outside/PermissionScheme web/grants.DELETE_ISSUES.anyone",
  place: { file: "stacks/my web.yaml", line: 8, column: 3 },
};
const report: FindingReport = {
  title: "drift",
  stack: "web",
  rules: {
    "changed-outside": { text: "It is as it was", help: "Run `pulumi up`.", severity: { warning: 5, error: 8 } },
    unmanaged: { text: "What nobody keeps", help: "Adopt it." },
  },
  findings: [
    found,
    { ...found, level: "warning", key: "another" },
    { ...found, rule: "unmanaged", level: "note", key: "roles" },
  ],
};

function resultsOf(one: FindingReport) {
  return JSON.parse(toSarif(one)).runs[0].results;
}

test("SARIF is what its schema and code scanning ask for", () => {
  expect(sarifFaults(toSarif(report))).toEqual([]);
  expect(codeScanningFaults(toSarif(report))).toEqual([]);
  expect(sarifFaults(toSarif({ ...report, findings: [], fault: { kind: "network", message: "no answer" } }))).toEqual(
    [],
  );
});

test("the validators see what is wrong", () => {
  const broken = JSON.parse(toSarif(report));
  broken.runs[0].results[0].level = "fatal";
  delete broken.runs[0].results[1].partialFingerprints.primaryLocationLineHash;
  expect(sarifFaults(JSON.stringify(broken))).toContainEqual(expect.stringMatching(/^\/runs\/0\/results\/0\/level/));
  expect(codeScanningFaults(JSON.stringify(broken))).toEqual([
    expect.stringMatching(/^rule and level of PermissionScheme web/),
    "a fingerprint for each result",
  ]);
});

test("each finding stands in its file, and a rule whose errors weigh more has another severity for them", () => {
  const [grave, lighter, note] = resultsOf(report);
  expect([grave, lighter, note].map(({ ruleId, level }) => `${ruleId} ${level}`)).toEqual([
    "changed-outside-grave error",
    "changed-outside warning",
    "unmanaged note",
  ]);
  expect(grave.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: "stacks/my%20web.yaml" },
    region: { startLine: 8, startColumn: 3, endLine: 8, endColumn: 4 },
  });
  const { rules } = JSON.parse(toSarif(report)).runs[0].tool.driver;
  expect(
    rules.map(({ id, properties }: { id: string; properties: Record<string, unknown> }) => [
      id,
      properties["security-severity"],
    ]),
  ).toEqual([
    ["changed-outside", "5.0"],
    ["changed-outside-grave", "8.0"],
    ["unmanaged", undefined],
  ]);
});

test("a result stays the same when its lines move and when it is told in other words", () => {
  const moved = { ...found, message: "told otherwise", place: { file: "stacks/my web.yaml", line: 80, column: 1 } };
  const [before] = resultsOf(report);
  const [after] = resultsOf({ ...report, findings: [moved] });
  expect(after.partialFingerprints).toEqual(before.partialFingerprints);
  expect(resultsOf({ ...report, findings: [{ ...found, key: "x" }] })[0].partialFingerprints).not.toEqual(
    before.partialFingerprints,
  );
});

test("more results than code scanning takes are left out, and it says how many", () => {
  const findings = Array.from({ length: 25_003 }, (_, index) => ({ ...found, key: `${index}` }));
  const file = toSarif({ ...report, findings });
  expect(codeScanningFaults(file)).toEqual([]);
  expect(JSON.parse(file).runs[0].invocations[0].toolExecutionNotifications).toMatchObject([
    { level: "warning", message: { text: "3 more results are left out" } },
  ]);
});
