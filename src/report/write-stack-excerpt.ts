import type { CallCount, DerivedAccess, UsedRight } from "../model/derived-access.js";
import { printable } from "./printable.js";

/** The entry of a stack file that would let an integration do what it was seen to do; what decides is said in comments. */
export function writeStackExcerpt(access: DerivedAccess, watched: string): string {
  const { user = "integration", calls, operations, permissions, scopes } = access;
  return [
    `# ${calls} calls of ${operations.length} operations in ${watched}; what did not happen in that time is not in here.`,
    "integrationUsers:",
    `  ${/^[\w-]+$/.test(user) ? user : JSON.stringify(user)}:`,
    "    account: account@your-company.example   # the account that it runs as",
    "    projects: [KEY]                         # the projects that it works in",
    `    permissions:${permissions.length === 0 ? " []" : ""}`,
    ...permissions.map(writePermission),
    "",
    `# Scopes of its token: ${scopes.recommended.join(" ") || "none"}`,
    `# or instead: ${scopes.granular.join(" ") || "none"}`,
    ...writeRights("Not given by a project", access.otherRights),
    ...writeRights("Not needed, but without it less is done or shown", access.partly),
    ...writeList("What it needs is not known", access.unknown),
    ...writeList("Refused by the site, and so not counted", access.refused.map(writeCount)),
    ...writeList("No operation of Jira's REST API", access.unmapped.map(writeCount)),
  ].join("\n");
}

function writePermission({ right, operations, forOthers }: UsedRight): string {
  const note = forOthers === undefined ? "" : `; for what others made: ${forOthers}`;
  return `      - ${right}   # ${operations.join(", ")}${note}`;
}

function writeRights(heading: string, rights: readonly UsedRight[]): string[] {
  return writeList(
    heading,
    rights.map(({ right, operations }) => `${right} (${operations.join(", ")})`),
  );
}

function writeCount({ method, path, status, count, operation }: CallCount): string {
  return `${count} × ${operation ?? `${method} ${printable(path)}`} (${status === 0 ? "no answer" : status})`;
}

function writeList(heading: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [] : [`# ${heading}:`, ...entries.map((entry) => `#   ${entry}`)];
}
