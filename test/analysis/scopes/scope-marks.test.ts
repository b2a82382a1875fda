import { expect, test } from "vitest";
import { scopeMarks } from "../../../src/analysis/scopes/scope-marks.js";

test.each([
  ["read:jira-work", []],
  ["read:issue:jira", ["beta"]],
  ["write:workflow.property:jira", ["beta", "deprecated"]],
  ["read:role:jira", ["beta", "unused"]],
  ["redact:issue:jira", ["beta", "unlisted"]],
])("%s: %j", (scope, marks) => expect(scopeMarks(scope)).toEqual(marks));
