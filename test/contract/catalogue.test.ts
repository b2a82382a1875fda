import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readOpenApiDocument } from "../../infra/catalogue/openapi-document.js";
import { writeCatalogue } from "../../infra/catalogue/write-catalogue.js";
import { operationFacts } from "../../src/catalogue/operation-fact.js";
import { documentFile, hasDocument } from "./openapi.js";

interface ScopedOperation {
  readonly operationId: string;
  readonly security?: readonly { readonly OAuth2?: readonly string[] }[];
  readonly "x-atlassian-oauth2-scopes"?: readonly { readonly state: string; readonly scopes: readonly string[] }[];
}

/** The document's text names this scope; its lists do not. */
const onlyInText: Readonly<Record<string, readonly string[]>> = { getBulkPermissions: ["read:jira-work"] };

test.skipIf(!hasDocument)("the catalogue is what is made from Atlassian's OpenAPI document", () => {
  for (const { path, text } of writeCatalogue(readOpenApiDocument(documentFile))) {
    expect(readFileSync(path, "utf8"), `${path}: run npm run catalogue -- PATH`).toBe(text);
  }
});

test.skipIf(!hasDocument)("every operation has the scopes that Atlassian's OpenAPI document gives it", () => {
  const document: { paths: Record<string, Record<string, ScopedOperation>> } = JSON.parse(
    readFileSync(documentFile, "utf8"),
  );
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(operationFacts).sort());
  for (const { operationId, security = [], "x-atlassian-oauth2-scopes": lists } of operations) {
    const fact = Object.entries(operationFacts).find(([id]) => id === operationId)?.[1];
    const [classic, granular] = ["Current", "Beta"].map((state) => lists?.find((list) => list.state === state)?.scopes);
    const basic = onlyInText[operationId] ?? classic ?? security.flatMap(({ OAuth2 }) => OAuth2 ?? []);
    expect(fact?.classic ?? [], operationId).toEqual([...basic].sort());
    expect(fact?.granular ?? [], operationId).toEqual([...(granular ?? [])].sort());
  }
});
