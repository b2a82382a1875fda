import type { Credential } from "../model/credential.js";
import { toTable } from "./to-table.js";

/** Credentials as a table for a terminal: whose they are, how old, when last used, when they expire, what they open. */
export function listAsTable(credentials: readonly Credential[], nowMs: number): string {
  const daysAgo = (moment: string) => `${Math.floor((nowMs - Date.parse(moment)) / 86_400_000)} d`;
  const rows = credentials.map(({ kind, id, label, owner, created, lastUsed, expires, scopes }) => [
    kind,
    id,
    label,
    owner === undefined ? "?" : (owner.email ?? owner.name),
    created === undefined ? "?" : daysAgo(created),
    lastUsed === "never" || lastUsed === "unknown" ? lastUsed : `${daysAgo(lastUsed)} ago`,
    expires === undefined ? "-" : expires.slice(0, "2026-01-31".length),
    typeof scopes === "string" ? scopes : scopes.join(" "),
  ]);
  return toTable([["kind", "id", "label", "owner", "age", "last used", "expires", "scopes"], ...rows]);
}
