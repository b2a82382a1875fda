import { expect, test } from "vitest";
import { findUnused } from "../../../src/analysis/recordings/find-unused.js";
import type { Recording } from "../../../src/model/recording.js";
import { expandStack } from "../../../src/stack/expand/expand-stack.js";
import { parseStack } from "../../../src/stack/read-stack.js";

const stack = parseStack(
  "x.yaml",
  `integrationUsers:
  bot: { account: bot@acme.example, projects: [PAY], permissions: [BROWSE_PROJECTS, ADD_COMMENTS, EDIT_ALL_COMMENTS] }
  other: { account: other@acme.example, projects: [PAY], permissions: [BROWSE_PROJECTS] }
`,
);

function find(...recordings: Recording[]) {
  return findUnused(expandStack(stack).integrationUsers, recordings, stack.place).findings;
}

const watches = [{ from: "2026-06-01T00:00:00Z", to: "2026-06-11T00:00:00Z" }];
const call = (operation: string, status = 200) => ({ method: "GET", path: "/", operation, status });

test("what is granted and was not used is told with its place and how long was watched", () => {
  const findings = find({ user: "bot", watches, calls: [call("getIssue"), call("addComment", 403)] });
  expect(findings.filter(({ subject }) => subject === "bot")).toEqual(
    ["ADD_COMMENTS", "EDIT_ALL_COMMENTS"].map((permission, index) => ({
      rule: "unused-permission",
      level: "warning",
      subject: "bot",
      message: `${permission} was not used in 10 days with 2 calls`,
      place: { file: "x.yaml", line: 2, column: [85, 99][index] },
    })),
  );
});

test("what may have served counts as used, over all recordings of the user", () => {
  const [first, second] = [["addComment"], ["updateComment"]].map(([operation = ""]) => [call(operation)]);
  const findings = find({ user: "bot", watches, calls: first ?? [] }, { user: "bot", watches, calls: second ?? [] });
  expect(findings.filter(({ subject }) => subject === "bot")).toEqual([]);
});

test("a user of whom there is no recording is a note, not a finding", () => {
  expect(find({ user: "bot", watches, calls: [] })).toContainEqual(
    expect.objectContaining({ rule: "not-watched", level: "note", subject: "other" }),
  );
});
