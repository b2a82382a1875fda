import type { AccessDifference, AccessFinding } from "../../model/access-finding.js";

/** Differences as findings: those of one permission with the same reason are one, global permissions come first. */
export function groupFindings(differences: readonly (AccessDifference & { readonly why?: string })[]): AccessFinding[] {
  const groups = new Map<string, AccessFinding>();
  for (const { kind, permission, project, why } of differences) {
    const key = JSON.stringify([project !== undefined, permission, kind, why]);
    const { projects = [] } = groups.get(key) ?? {};
    const finding = { kind, permission, projects: project === undefined ? [] : [...projects, project].sort() };
    groups.set(key, why === undefined ? finding : { ...finding, why });
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}
