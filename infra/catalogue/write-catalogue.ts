import type { OperationFact } from "../../src/catalogue/operation-fact.js";
import type { ScopeListing } from "../../src/catalogue/scopes.js";
import { describeOperation } from "./describe-operation.js";
import type { OpenApiDocument } from "./openapi-document.js";

/** A file of the catalogue: its path from the root of this project, and its text. */
export interface CatalogueFile {
  readonly path: string;
  readonly text: string;
}

/** Scopes that others list, but neither the document nor one of its operations. */
const namedElsewhere = ["read:issue-type-transition:jira"];

type Entries<Fact> = readonly (readonly [string, Fact])[];

/** The catalogue's files, made from Atlassian's document: sorted, one fact a line, so that changes can be read. */
export function writeCatalogue(document: OpenApiDocument): readonly CatalogueFile[] {
  const facts = sorted(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, operation]) =>
        operation ? [[operation.operationId, describeOperation(method, path, operation)] as const] : [],
      ),
    ),
  );
  return [
    { path: "src/catalogue/operations.json", text: linesOf(facts) },
    { path: "src/catalogue/scopes.json", text: linesOf(scopes(document, facts)) },
  ];
}

/** Every scope, and whether the document lists it. */
function scopes(document: OpenApiDocument, facts: Entries<OperationFact>): Entries<ScopeListing> {
  const listed = Object.keys(document.components.securitySchemes.OAuth2.flows.authorizationCode.scopes);
  const named = facts.flatMap(([, { classic = [], granular = [] }]) => [...classic, ...granular]);
  const all = [...new Set([...listed, ...named, ...namedElsewhere])];
  return sorted(all.map((scope) => [scope, listed.includes(scope) ? "listed" : "unlisted"]));
}

function sorted<Fact>(entries: Entries<Fact>): Entries<Fact> {
  return entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function linesOf(entries: Entries<unknown>): string {
  const lines = entries.map(([key, fact]) => `  ${JSON.stringify(key)}: ${JSON.stringify(fact)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}
