import { DOMParser, onErrorStopParsing } from "@xmldom/xmldom";
import { expect, test } from "vitest";
import type { FindingReport } from "../../../src/model/finding.js";
import { findingFormats, formatFindings } from "../../../src/report/findings/format-findings.js";

const report: FindingReport = {
  title: "tokens",
  rules: {
    stale: { text: "Credentials are used", help: "Revoke it" },
    limited: { text: "Credentials are limited", help: "Narrow it" },
  },
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

/** The cases of a suite, each as its name and what became of it; fails where the document is not well-formed. */
function readJunit(xml: string) {
  const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, "text/xml");
  const [suites] = document.getElementsByTagName("testsuites");
  const cases = [...document.getElementsByTagName("testcase")].map((one) => {
    const outcome = one.firstChild;
    return `${one.getAttribute("classname")} / ${one.getAttribute("name")}: ${outcome?.nodeName ?? "passed"}`;
  });
  const count = (what: string) => Number(suites?.getAttribute(what));
  expect(count("tests")).toBe(cases.length);
  expect(count("failures")).toBe(document.getElementsByTagName("failure").length);
  expect(count("errors")).toBe(document.getElementsByTagName("error").length);
  return cases;
}

test("text has a line for each finding that editors can jump to", () => {
  expect(formatFindings(report, "text")).toBe(
    "a.yaml:2:3: warning: API token: not used (stale)\nnote: OAuth client: cannot be told (limited)",
  );
});

test("JUnit fails what was found and passes the checks that found nothing grave", () => {
  const xml = formatFindings({ ...report, held: [{ rule: "stale", subject: "Another" }] }, "junit");
  expect(readJunit(xml)).toEqual([
    "jira-access tokens.stale / API token: failure",
    "jira-access tokens.limited / Credentials are limited: passed",
    "jira-access tokens.stale / Another: passed",
  ]);
  expect(xml).toContain(
    '<failure message="not used" type="warning">a.yaml:2:3: warning: API token: not used (stale)</failure>',
  );
});

test("JUnit has one case for all that a check finds about one thing, since other programs tell cases apart by name", () => {
  const [first] = report.findings;
  const findings = first === undefined ? [] : [first, { ...first, level: "error" as const, message: "too wide" }];
  const xml = formatFindings({ ...report, findings }, "junit");
  expect(readJunit(xml)).toContain("jira-access tokens.stale / API token: failure");
  expect(xml).toContain('<failure message="not used; too wide" type="error">');
});

test("where nothing can be told, each form says why, and no check passes", () => {
  const failed = { ...report, findings: [], fault: { kind: "forbidden", message: `GET /role: 403 ${hostile}` } };
  const write = (format: (typeof findingFormats)[number]) => formatFindings(failed, format);
  expect(readJunit(write("junit"))).toEqual(["jira-access tokens.outcome / It can be told: error"]);
  expect(write("junit")).toContain('type="forbidden"');
  expect(JSON.parse(write("json"))).toMatchObject({ findings: [], fault: failed.fault });
  const [{ invocations, results }] = JSON.parse(write("sarif")).runs;
  expect(results).toEqual([]);
  expect(invocations).toMatchObject([
    { executionSuccessful: false, toolExecutionNotifications: [{ level: "error", descriptor: { id: "forbidden" } }] },
  ]);
  expect(write("markdown")).toMatch(/^### jira-access tokens\n\nIt cannot be told: GET /);
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
  expect(readJunit(xml)).toHaveLength(2);
});
