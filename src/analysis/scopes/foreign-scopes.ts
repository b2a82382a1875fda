import { scopeListings } from "../../catalogue/scopes.js";
import { nearest } from "../../model/nearest.js";

/** Scopes of signing in, of Forge itself and of other products that their form does not tell. */
const namedOutsideJira = [
  "manage:servicedesk-customer",
  "offline_access",
  "read:account",
  "read:app-system-token",
  "read:app-user-token",
  "read:chat:rovo",
  "read:me",
  "read:servicedesk-request",
  "report:personal-data",
  "storage:app",
  "write:servicedesk-request",
];

/** Whether a scope belongs to another API than Jira's, so that this catalogue cannot tell whether it exists. */
export function isForeignScope(scope: string): boolean {
  if (scope in scopeListings) return false;
  if (namedOutsideJira.includes(scope) || scope.includes("confluence")) return true;
  const product = scope.split(":")[2];
  return product !== undefined && nearest(product, ["jira"]) === undefined;
}
