import type { ConnectAccess, OperationFact } from "../../src/catalogue/operation-fact.js";
import type { DocumentOperation } from "./openapi-document.js";
import { readRequiredPermissions } from "./required-permissions.js";

/** The catalogue's fact about one operation of the document. */
export function describeOperation(method: string, path: string, operation: DocumentOperation): OperationFact {
  const { needs, partly, apps } = readRequiredPermissions(operation.description);
  const granular = listedScopes(operation, "Beta");
  const classic = classicScopes(operation);
  return {
    method: method.toUpperCase() as OperationFact["method"],
    path,
    ...(classic && { classic: classic.toSorted() }),
    ...(granular?.length && { granular: granular.toSorted() }),
    connect: operation["x-atlassian-connect-scope"] as ConnectAccess,
    needs,
    ...(partly.length > 0 && { partly }),
    ...(operation.description.includes("operation can be accessed anonymously") && { anonymous: true }),
    ...(apps.length > 0 && { apps }),
    ...(operation.deprecated && { state: "deprecated" }),
    ...(operation["x-experimental"] && { state: "experimental" }),
  };
}

/** The list of scopes that are current; else the one that a notice in the text gives, or that `security` gives. */
function classicScopes(operation: DocumentOperation): readonly string[] | undefined {
  const listed = listedScopes(operation, "Current");
  if (listed?.length) return listed;
  const announced = /\*\*Classic\*\*: `([^`]+)`/.exec(operation.description)?.[1];
  if (announced !== undefined) return [announced];
  return listed ?? operation.security.find(({ OAuth2 }) => OAuth2)?.OAuth2;
}

function listedScopes(operation: DocumentOperation, state: "Current" | "Beta"): readonly string[] | undefined {
  return operation["x-atlassian-oauth2-scopes"].find((list) => list.state === state)?.scopes;
}
