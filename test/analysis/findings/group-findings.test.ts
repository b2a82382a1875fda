import { expect, test } from "vitest";
import { describeFinding } from "../../../src/analysis/findings/describe-finding.js";
import { groupFindings } from "../../../src/analysis/findings/group-findings.js";

const why = "through group admins, which the Default scheme grants it to";

test("the same permission with the same reason is one finding for all its projects, those of the whole site first", () => {
  const findings = groupFindings([
    { kind: "missing", permission: "ADD_COMMENTS", project: "WEB", why: "no grant of it reaches the account" },
    { kind: "extra", permission: "DELETE_ISSUES", project: "WEB", why },
    { kind: "extra", permission: "DELETE_ISSUES", project: "OPS", why: "by name" },
    { kind: "extra", permission: "DELETE_ISSUES", project: "PAY", why },
    { kind: "extra", permission: "ADMINISTER", why: "through group admins" },
    { kind: "note", permission: "BROWSE_PROJECTS", project: "HR" },
  ]);
  expect(findings.map(describeFinding)).toEqual([
    "ADMINISTER on the whole site: through group admins",
    "ADD_COMMENTS in WEB: missing: no grant of it reaches the account",
    "BROWSE_PROJECTS in HR",
    "DELETE_ISSUES in OPS: by name",
    `DELETE_ISSUES in PAY and WEB: ${why}`,
  ]);
});

test("a long list of projects is cut", () => {
  const keys = Array.from({ length: 14 }, (_, index) => `P${10 + index}`);
  const [finding] = groupFindings(keys.map((project) => ({ kind: "note", permission: "BROWSE_PROJECTS", project })));
  expect(finding && describeFinding(finding)).toBe(
    "BROWSE_PROJECTS in P10, P11, P12, P13, P14, P15, P16, P17, P18, P19 and 4 more",
  );
});
