import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type OperationScopes, operationScopes } from "../../src/emulator/operation-scopes.js";
import { routes } from "../../src/emulator/serve-routes.js";
import { documentFile, hasDocument } from "./openapi.js";

interface ScopedOperation {
  readonly operationId?: string;
  readonly "x-atlassian-oauth2-scopes"?: readonly { readonly state: string; readonly scopes: readonly string[] }[];
}

/** Scopes that the document names elsewhere than in its lists. */
const unlisted: Readonly<Record<string, string>> = {
  getBulkPermissions: "read:jira-work",
  searchProjectsUsingSecuritySchemes: "manage:jira-configuration",
};

test("every operation that is served has its scopes, and no other", () => {
  expect(Object.keys(operationScopes).sort()).toEqual(routes.map(({ operation }) => operation).sort());
});

test.skipIf(!hasDocument)("the scopes are those of Atlassian's OpenAPI document, found by JIRA_OPENAPI", () => {
  const document: { paths: Record<string, Record<string, ScopedOperation>> } = JSON.parse(
    readFileSync(documentFile, "utf8"),
  );
  const known: Readonly<Record<string, OperationScopes | undefined>> = operationScopes;
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path))) {
    const { operationId = "", "x-atlassian-oauth2-scopes": lists = [] } = operation;
    if (!(operationId in known)) continue;
    const [classic] = lists.find(({ state }) => state === "Current")?.scopes ?? [];
    const granular = lists.find(({ state }) => state === "Beta")?.scopes ?? [];
    const ours = known[operationId];
    expect(ours?.classic, operationId).toBe(classic ?? unlisted[operationId]);
    expect([...(ours?.granular ?? [])].sort(), operationId).toEqual([...granular].sort());
  }
});
