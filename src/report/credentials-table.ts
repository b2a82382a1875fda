import type { Credential } from "../model/credential.js";
import { dayMs, dayOf } from "../model/day.js";
import { toTable } from "./to-table.js";

/** Credentials as a table for a terminal: whose they are, how old, when last used, when they expire, what they open. */
export function listAsTable(credentials: readonly Credential[], nowMs: number): string {
  const daysAgo = (moment: string) => `${Math.floor((nowMs - Date.parse(moment)) / dayMs)} d`;
  const rows = credentials.map(({ kind, id, label, owner, created, lastUsed, expires, scopes }) => [
    kind,
    id,
    label,
    owner === undefined ? "?" : (owner.email ?? owner.name),
    created === undefined ? "?" : daysAgo(created),
    lastUsed === "never" || lastUsed === "unknown" ? lastUsed : `${daysAgo(lastUsed)} ago`,
    expires === undefined ? "-" : dayOf(expires),
    typeof scopes === "string" ? scopes : scopes.join(" "),
  ]);
  return toTable([["kind", "id", "label", "owner", "age", "last used", "expires", "scopes"], ...rows]);
}
