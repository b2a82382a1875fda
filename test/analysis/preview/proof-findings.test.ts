import { expect, test } from "vitest";
import { proofFindings } from "../../../src/analysis/preview/proof-findings.js";

test("what the proof was told by the site is listed by integration user, whatever the stack would change", () => {
  const findings = {
    bot: { "missing ADD_COMMENTS in WEB": "", "ADMINISTER on the whole site": "through group admins" },
  };
  const steps = [
    { kind: "AccessProof", name: "access", before: { accounts: {}, findings }, after: { accounts: {}, findings: {} } },
    { kind: "PermissionScheme", name: "web", before: { findings: { not: { a: "proof" } } } },
  ];
  expect(proofFindings(steps)).toEqual([
    { user: "bot", what: "ADMINISTER on the whole site", why: "through group admins" },
    { user: "bot", what: "missing ADD_COMMENTS in WEB", why: "" },
  ]);
  expect(proofFindings([{ kind: "AccessProof", name: "access", after: { findings: {} } }])).toEqual([]);
});
