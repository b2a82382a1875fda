import { expect, test } from "vitest";
import type { FindingReport } from "../../src/model/finding.js";
import { findingFormats, formatFindings } from "../../src/report/format-findings.js";

const report: FindingReport = {
  title: "tokens",
  rules: { stale: "Credentials are used", limited: "Credentials are limited" },
  findings: [
    {
      rule: "stale",
      level: "warning",
      subject: "API token",
      message: "not used",
      place: { file: "a.yaml", line: 2, column: 3 },
    },
    { rule: "limited", level: "note", subject: "OAuth client", message: "cannot be told" },
  ],
};
const hostile = `x"|<b>&]]>\u001b[31m\u202e[l](http://evil.example) @all \`c\` #1 \uffff\nnext`;

function formatHostile(format: (typeof findingFormats)[number]): string {
  const finding = { rule: "stale", level: "error", subject: hostile, message: hostile } as const;
  return formatFindings({ ...report, findings: [finding] }, format);
}

test("text has a line for each finding that editors can jump to", () => {
  expect(formatFindings(report, "text")).toBe(
    "a.yaml:2:3: warning: API token: not used (stale)\nnote: OAuth client: cannot be told (limited)",
  );
});

test("SARIF has a rule for each check and a place for each finding", () => {
  const { version, runs } = JSON.parse(formatFindings(report, "sarif"));
  expect(version).toBe("2.1.0");
  const [{ tool, results }] = runs;
  expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(["stale", "limited"]);
  const region = { startLine: 2, startColumn: 3 };
  expect(results[0]).toMatchObject({
    ruleId: "stale",
    level: "warning",
    locations: [{ physicalLocation: { artifactLocation: { uri: "a.yaml" }, region } }],
  });
  expect(results[1].locations).toEqual([{ logicalLocations: [{ fullyQualifiedName: "OAuth client" }] }]);
});

test("JUnit fails what was found and passes the checks that found nothing grave", () => {
  const xml = formatFindings(report, "junit");
  expect(xml).toContain('<testsuites tests="2" failures="1">');
  expect(xml).toContain('name="API token"><failure message="not used" type="warning"/>');
  expect(xml).toContain('<testcase classname="jira-access tokens.limited" name="Credentials are limited"/>');
});

test("Markdown says so when nothing is found", () => {
  expect(formatFindings({ ...report, findings: [] }, "markdown")).toBe("### jira-access tokens\n\nNothing found.");
});

test("names that others chose stay on their line and steer no terminal", () => {
  for (const format of findingFormats.filter((one) => one !== "json")) {
    expect(formatHostile(format), format).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  }
  expect(formatHostile("text").split("\n")).toHaveLength(1);
  expect(formatHostile("markdown").split("\n")).toHaveLength(5);
});

test("names that others chose make no markup", () => {
  const [, , , , row = ""] = formatHostile("markdown").split("\n");
  expect(row.match(/\|/g)).toHaveLength(5);
  expect(row).not.toMatch(/[<>[\]`@]|http:/);
  const xml = formatHostile("junit");
  expect(xml).not.toContain("<b>");
  expect(xml.match(/<testcase/g)).toHaveLength(2);
});
