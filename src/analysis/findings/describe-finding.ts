import type { AccessFinding } from "../../model/access-finding.js";
import { shortened } from "../../model/words.js";

const projectsNamed = 10;

/** What a finding is about: `DELETE_ISSUES in PAY and WEB`, `ADMINISTER on the whole site`. */
export function nameFinding({ permission, projects }: AccessFinding): string {
  return `${permission} ${projects.length === 0 ? "on the whole site" : `in ${shortened(projects, projectsNamed)}`}`;
}

/** What a finding says about its subject: what gives the permission, or that it is missing, and why. */
export function reasonOf({ kind, why = "" }: AccessFinding): string {
  return kind === "missing" ? `missing: ${why}` : why;
}

/** A finding as one line: `DELETE_ISSUES in PAY: through group jira-software-users, which the Default scheme grants it to`. */
export function describeFinding(finding: AccessFinding): string {
  return [nameFinding(finding), reasonOf(finding)].filter((part) => part !== "").join(": ");
}
