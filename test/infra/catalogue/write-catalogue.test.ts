import { expect, test } from "vitest";
import type { OpenApiDocument } from "../../../infra/catalogue/openapi-document.js";
import { writeCatalogue } from "../../../infra/catalogue/write-catalogue.js";

type DocumentOperation = NonNullable<OpenApiDocument["paths"][string]["get"]>;

function operation(operationId: string, classic: string, change: Partial<DocumentOperation> = {}): DocumentOperation {
  return {
    operationId,
    description: "**[Permissions](#permissions) required:** *Edit issues*.",
    deprecated: false,
    security: [],
    "x-experimental": false,
    "x-atlassian-connect-scope": "READ",
    "x-atlassian-oauth2-scopes": [{ state: "Current", scopes: [classic] }],
    ...change,
  };
}

function lines(change: Partial<DocumentOperation> = {}, listed = "read:jira-work") {
  const files = writeCatalogue({
    paths: {
      "/b": { put: operation("editB", "write:jira-work"), get: operation("getB", "read:jira-work", change) },
      "/a": { delete: operation("deleteA", "write:jira-work") },
    },
    components: { securitySchemes: { OAuth2: { flows: { authorizationCode: { scopes: { [listed]: "" } } } } } },
  });
  return files.map(({ text }) => text.trim().split("\n"));
}

test("each operation and each scope is a line, in the alphabet's order", () => {
  const [operations = [], scopes = []] = lines();
  expect(operations.map((line) => /"(\w+)":/.exec(line)?.[1])).toEqual([
    undefined,
    "deleteA",
    "editB",
    "getB",
    undefined,
  ]);
  expect(operations[1]).toBe(
    '  "deleteA": {"method":"DELETE","path":"/a","classic":["write:jira-work"],"connect":"READ","needs":[["EDIT_ISSUES"]]},',
  );
  expect(scopes).toContain('  "read:jira-work": "listed",');
  expect(scopes).toContain('  "write:jira-work": "unlisted"');
});

test("an operation that changed is one line that changed", () => {
  const [before = []] = lines();
  const [after = []] = lines({ deprecated: true });
  expect(after.filter((line, index) => line !== before[index])).toEqual([
    '  "getB": {"method":"GET","path":"/b","classic":["read:jira-work"],"connect":"READ","needs":[["EDIT_ISSUES"]],"state":"deprecated"}',
  ]);
});
