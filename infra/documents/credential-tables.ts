import { minimalPermissions } from "../../src/analysis/scopes/minimal-permissions.js";
import { type FurtherAccess, furtherAccess } from "../../src/analysis/scopes/opened-operations.js";
import { adviseScopes } from "../../src/analysis/scopes/scope-advice.js";
import { type OperationName, operationFacts } from "../../src/catalogue/operation-fact.js";
import { scopeKind, scopeListings } from "../../src/catalogue/scopes.js";
import { type CredentialNeed, credentialNeeds } from "./credential-needs.js";
import { table } from "./table.js";

const classicScopes = Object.keys(scopeListings).filter((scope) => scopeKind(scope) === "classic");

/** The generated sections of `docs/choosing-credentials.md`, by their names. */
export const credentialTables: Readonly<Record<string, string>> = {
  needs: table(
    ["to", "permissions of the account", "classic scopes", "granular scopes", "Connect"],
    credentialNeeds.map(describeNeed),
  ),
  "open-besides": table(
    ["to", "operations called", "open besides with classic scopes", "with granular scopes"],
    credentialNeeds.map(countBesides),
  ),
  "granular-scopes": credentialNeeds
    .map(({ title, operations }) => `- ${title}: ${code(adviseScopes(operations).granular)}`)
    .join("\n"),
  "classic-scopes": table(
    ["scope", "GET", "POST, PUT", "DELETE", "permissions that tell these apart"],
    furtherAccess(classicScopes, []).map(describeAccess),
  ),
};

function describeNeed({ title, operations }: CredentialNeed): string[] {
  const { permissions, otherRights, unknown } = minimalPermissions(operations);
  const rights = [code(permissions), ...otherRights].filter((part) => part !== "").join(", ");
  const needed = rights || (unknown.length > 0 ? "not known" : "none");
  const { recommended, granular, connect, closedToConnect } = adviseScopes(operations);
  const apart = closedToConnect.length > 0 ? `; ${closedToConnect.length} of ${operations.length} closed` : "";
  return [title, needed, code(recommended), `${granular.length}`, `${code(connect) || "none"}${apart}`];
}

function countBesides({ title, operations }: CredentialNeed): string[] {
  const { opensMore } = adviseScopes(operations);
  return [title, `${operations.length}`, `${opensMore.recommended}`, `${opensMore.granular}`];
}

function describeAccess({ scope, operations }: FurtherAccess): string[] {
  const count = (...methods: readonly string[]) =>
    `${operations.filter((name) => methods.includes(operationFacts[name].method)).length}`;
  const keys = [...new Set(operations.flatMap(keysOf))].sort();
  return [code([scope]), count("GET"), count("POST", "PUT"), count("DELETE"), code(keys) || "none"];
}

function keysOf(name: OperationName): string[] {
  const { needs } = operationFacts[name];
  return needs === "unknown" ? [] : needs.flat().filter((key) => key === key.toUpperCase());
}

function code(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
