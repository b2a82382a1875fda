import { type OperationName, operationFacts } from "../../catalogue/operation-fact.js";
import { describePermission, isBuiltInPermissionKey } from "../../catalogue/permissions.js";
import { risks } from "../../catalogue/risk.js";

/** What an account needs to call some operations. */
export interface MinimalPermissions {
  readonly permissions: readonly string[];
  /** Rights that no permission gives, in words. */
  readonly otherRights: readonly string[];
  /** Operations of which the catalogue does not know what they need. */
  readonly unknown: readonly OperationName[];
}

/**
 * The least dangerous set of permissions with which an account may call all these operations. Where one of several
 * permissions is enough, the set whose gravest permission is least grave comes first, then that with the least grave
 * second one, and so on; then the alphabet decides. Found by branch and bound: there is no better set.
 */
export function minimalPermissions(operations: Iterable<OperationName>): MinimalPermissions {
  const names = [...new Set(operations)].sort();
  const needs = names.flatMap((name) => {
    const known = operationFacts[name].needs;
    return known === "unknown" ? [] : known;
  });
  const found = safestChoice(needs);
  return {
    permissions: found.filter(isBuiltInPermissionKey).sort(),
    otherRights: found.filter((right) => !isBuiltInPermissionKey(right)).sort(),
    unknown: names.filter((name) => operationFacts[name].needs === "unknown"),
  };
}

function safestChoice(needs: readonly (readonly string[])[]): readonly string[] {
  let best: readonly string[] | undefined;
  const search = (chosen: readonly string[]): void => {
    if (best !== undefined && compare(chosen, best) >= 0) return;
    const open = needs.filter((oneOf) => !oneOf.some((right) => chosen.includes(right)));
    const [next] = open.toSorted((a, b) => a.length - b.length);
    if (next === undefined) best = chosen;
    else for (const right of next) search([...chosen, right]);
  };
  search([]);
  return best ?? [];
}

/** Compares by the gravest, then the second gravest and so on; a set is never better for holding more. */
function compare(a: readonly string[], b: readonly string[]): number {
  const [ours = [], theirs = []] = [a, b].map((rights) => rights.map(dangerOf).sort((x, y) => y - x));
  const difference = ours.map((danger, index) => danger - (theirs[index] ?? 0)).find((value) => value !== 0);
  return difference ?? (ours.length - theirs.length || (a.toSorted().join() < b.toSorted().join() ? -1 : 1));
}

/**
 * Graver is higher; permissions of the whole site are graver than a project's, rights that are none gravest, and those on
 * everybody's things a little graver than those on one's own.
 */
function dangerOf(right: string): number {
  const permission = describePermission(right);
  if (permission === undefined) return 2 * risks.length;
  const whose = right.includes("_OWN_") ? 0.5 : 0;
  return risks.length - risks.indexOf(permission.risk) + (permission.level === "global" ? risks.length : 0) - whose;
}
