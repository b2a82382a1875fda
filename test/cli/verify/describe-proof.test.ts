import { expect, test } from "vitest";
import { describeProof } from "../../../src/cli/verify/describe-proof.js";

const bot = { user: "bot", account: "bot@acme.example" };

test("a proof is one line where all is as declared, and notes do not change that", () => {
  expect(describeProof({ ...bot, findings: [], notes: [] })).toBe("bot (bot@acme.example): as declared");
  const notes = [{ kind: "note" as const, permission: "BROWSE_PROJECTS", projects: ["HR"] }];
  expect(describeProof({ ...bot, findings: [], notes })).toBe(
    "bot (bot@acme.example): as declared\n  note: BROWSE_PROJECTS in HR",
  );
});

test("a name that others gave stays on its line and tells the terminal nothing", () => {
  const why = "through group evil\n\u001b[2Jtriage: as declared";
  const findings = [{ kind: "extra" as const, permission: "DELETE_ISSUES", projects: ["PAY"], why }];
  expect(describeProof({ ...bot, findings, notes: [] }).split("\n")).toEqual([
    "bot (bot@acme.example): 1 finding",
    "  DELETE_ISSUES in PAY: through group evil \\u001b[2Jtriage: as declared",
  ]);
});
