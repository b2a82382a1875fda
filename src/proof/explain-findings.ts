import { type AccessIndex, indexAccess } from "../analysis/access/access-index.js";
import { type ExplainedDifference, explainDifference } from "../analysis/findings/explain-difference.js";
import { needsOf } from "../catalogue/permissions.js";
import type { Directory } from "../client/directory.js";
import { observeAccess } from "../live/observe-access.js";
import type { AccessDifference } from "../model/access-finding.js";
import type { HeldPermissions } from "../model/held-permissions.js";
import type { AccountId, ProjectId } from "../model/ids.js";

/** What is told of one account. */
interface Judged {
  /** Absent where it cannot be seen on the site. */
  readonly account: AccountId | undefined;
  readonly held: HeldPermissions;
  readonly differences: readonly AccessDifference[];
}

/**
 * Adds to every finding what gives or lacks it. Reads from the site what decides about those alone; notes stay as they
 * are, since they may be about every project that there is.
 * @param projects the site's projects by key.
 */
export async function explainFindings<T extends Judged>(
  directory: Directory,
  judged: readonly T[],
  projects: ReadonlyMap<string, ProjectId>,
): Promise<readonly (T & { readonly differences: readonly (AccessDifference | ExplainedDifference)[] })[]> {
  const found = judged.filter(({ differences }) => differences.some(isFinding));
  if (found.length === 0) return judged;
  const index = await observeFindings(directory, found);
  return judged.map((one) => ({
    ...one,
    differences: one.differences.map((difference) =>
      isFinding(difference) ? explainDifference(index, one.account, difference, projects) : difference,
    ),
  }));
}

async function observeFindings(directory: Directory, found: readonly Judged[]): Promise<AccessIndex> {
  const findings = found.flatMap(({ differences }) => differences.filter(isFinding));
  const permissions = findings.flatMap(({ permission }) => [permission, ...needsOf(permission)]);
  const accounts = found.flatMap(({ account, held }) => (account === undefined ? [] : [[account, held] as const]));
  const site = await observeAccess(directory, {
    accounts: accounts.map(([id]) => id),
    projects: [...new Set(findings.flatMap(({ project }) => project ?? []))],
    permissions: [...new Set(permissions)],
    held: new Map(accounts),
  });
  return indexAccess(site);
}

function isFinding({ kind }: AccessDifference): boolean {
  return kind !== "note";
}
