import { expect, test } from "vitest";
import { deriveAccess } from "../../../src/analysis/recordings/derive-access.js";
import { describeDuration, mergeRecordings } from "../../../src/analysis/recordings/merge-recordings.js";
import type { OperationName } from "../../../src/catalogue/operation-fact.js";
import { operationFacts } from "../../../src/catalogue/operation-fact.js";
import type { Recording } from "../../../src/model/recording.js";
import { writeStackExcerpt } from "../../../src/report/write-stack-excerpt.js";
import { parseStack } from "../../../src/stack/read-stack.js";

const watch = { from: "2026-06-01T10:00:00Z", to: "2026-06-01T12:00:00Z" };

function recordingOf(...calls: (readonly [OperationName, number?])[]): Recording {
  return {
    watches: [watch],
    calls: calls.map(([operation, status = 200]) => {
      const { method, path } = operationFacts[operation];
      return { method, path, operation, status };
    }),
  };
}

const rightsOf = (rights: readonly { right: string }[]) => rights.map(({ right }) => right);

test("what went through is needed, what was refused or failed is not", () => {
  const access = deriveAccess(
    recordingOf(["getIssue"], ["addComment", 201], ["deleteIssue", 403], ["editIssue", 503], ["assignIssue", 429]),
  );
  expect(rightsOf(access.permissions)).toEqual(["BROWSE_PROJECTS", "ADD_COMMENTS"]);
  expect(access.scopes.recommended).toEqual(["read:jira-work", "write:jira-work"]);
  expect(access.refused).toMatchObject([{ operation: "deleteIssue", status: 403, count: 1 }]);
});

test("of a pair the permission on one's own things comes first, and the other is named", () => {
  const { permissions } = deriveAccess(recordingOf(["updateComment"], ["deleteComment", 204]));
  expect(permissions).toEqual([
    { right: "BROWSE_PROJECTS", operations: ["deleteComment", "updateComment"] },
    { right: "DELETE_OWN_COMMENTS", operations: ["deleteComment"], forOthers: "DELETE_ALL_COMMENTS" },
    { right: "EDIT_OWN_COMMENTS", operations: ["updateComment"], forOthers: "EDIT_ALL_COMMENTS" },
  ]);
});

test("what only shows more, what no project gives and what is no operation is told apart", () => {
  const recording = recordingOf(["getTransitions"], ["findUsers"], ["createProjectRole"]);
  const board = { method: "GET", path: "/rest/agile/1.0/board/{}", status: 200 };
  const access = deriveAccess({ ...recording, calls: [...recording.calls, board, board] });
  expect(rightsOf(access.partly)).toContain("TRANSITION_ISSUES");
  expect(rightsOf(access.otherRights)).toContain("ADMINISTER");
  expect(rightsOf(access.permissions)).toEqual(["BROWSE_PROJECTS"]);
  expect(access.unmapped).toEqual([{ ...board, count: 2 }]);
});

test("recordings merge, and what two of them saw at once was watched once", () => {
  const later = { from: "2026-06-01T11:00:00Z", to: "2026-06-01T13:30:00Z" };
  const merged = mergeRecordings([
    { ...recordingOf(["getIssue"]), user: "bot" },
    { user: "bot", watches: [later], calls: [] },
  ]);
  const access = deriveAccess(merged);
  expect([access.user, access.calls, describeDuration(access.watchedMs)]).toEqual(["bot", 1, "3 hours"]);
  expect(mergeRecordings([merged, recordingOf()])).not.toHaveProperty("user");
});

test("the excerpt is a valid stack file", () => {
  const recording = recordingOf(["updateComment"], ["deleteIssue", 403], ["getTransitions"], ["createProjectRole"]);
  const text = writeStackExcerpt(deriveAccess({ ...recording, user: "release-notes" }), "2 hours");
  const { integrationUsers } = parseStack("excerpt.yaml", text).declaration;
  expect(integrationUsers["release-notes"]?.permissions).toEqual(["BROWSE_PROJECTS", "EDIT_OWN_COMMENTS"]);
  expect(text).toContain("- EDIT_OWN_COMMENTS   # updateComment; for what others made: EDIT_ALL_COMMENTS");
  expect(text).toContain("#   1 × deleteIssue (403)");
  expect(parseStack("empty.yaml", writeStackExcerpt(deriveAccess(recordingOf(["getIssue"])), "1 s"))).toBeDefined();
});
