import { expect, test } from "vitest";
import { matchOperation } from "../../src/catalogue/match-operation.js";
import { type OperationName, operationFacts } from "../../src/catalogue/operation-fact.js";

test("every operation is found by its own path, with whatever its variable parts are", () => {
  const names = Object.keys(operationFacts) as OperationName[];
  const found = names.map((name) => {
    const { method, path } = operationFacts[name];
    return matchOperation(method, path.replace(/\{\w+\}/g, "ab%2Fc-1"));
  });
  expect(found).toEqual(names);
});

test.each([
  ["GET", "/rest/api/3/project/search", "searchProjects"],
  ["GET", "/rest/api/3/project/PAY", "getProject"],
  ["GET", "/rest/api/2/issue/PAY-1", "getIssue"],
  ["get", "/rest/api/latest/myself", "getCurrentUser"],
  ["POST", "/ex/jira/0b7c-1/rest/api/3/issue/PAY-1/comment", "addComment"],
  ["DELETE", "/rest/api/3/issue/PAY-1/comment/10001", "deleteComment"],
])("%s %s is %s", (method, path, operation) => {
  expect(matchOperation(method, path)).toBe(operation);
});

test.each([
  ["GET", "/rest/agile/1.0/board/1"],
  ["PATCH", "/rest/api/3/issue/PAY-1"],
  ["GET", "/rest/api/3/issue//comment"],
  ["GET", "/rest/api/4/myself"],
  ["GET", "/rest/api/3/myself/"],
  ["GET", "/"],
])("%s %s is none", (method, path) => {
  expect(matchOperation(method, path)).toBeUndefined();
});
