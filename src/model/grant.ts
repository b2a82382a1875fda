import { formatHolder, type Holder, type HolderText, parseHolder } from "./holder.js";

/** A permission key as Jira spells it (`BROWSE_PROJECTS`) or as an app defines it (`app__module`). */
export type PermissionKey = string;

/** One permission given to one holder. */
export interface Grant {
  readonly permission: PermissionKey;
  readonly holder: Holder;
}

/** Grants as a nested map, so that a difference shows as one line for each grant. */
export type GrantMap = Readonly<Record<PermissionKey, Readonly<Record<HolderText, true>>>>;

/** What has to be added to and removed from a list of grants to make it another. */
export interface GrantDifference {
  readonly added: readonly Grant[];
  readonly removed: readonly Grant[];
}

/** The nested map of a list of grants, keys in alphabetical order, duplicates folded. */
export function toGrantMap(grants: Iterable<Grant>): GrantMap {
  const pairs = [...grants].map((grant) => [grant.permission, formatHolder(grant.holder)] as const);
  const map: Record<PermissionKey, Record<HolderText, true>> = {};
  for (const [permission, holder] of pairs.sort(byText)) {
    map[permission] = { ...map[permission], [holder]: true };
  }
  return map;
}

/** The grants that a nested map stands for, in its order. */
export function toGrants(map: GrantMap): Grant[] {
  return Object.entries(map).flatMap(([permission, holders]) =>
    Object.keys(holders).map((holder) => ({ permission, holder: parseHolder(holder) })),
  );
}

/** What turns `before` into `after`. */
export function compareGrants(before: GrantMap, after: GrantMap): GrantDifference {
  return { added: missingFrom(before, after), removed: missingFrom(after, before) };
}

function missingFrom(map: GrantMap, wanted: GrantMap): Grant[] {
  return toGrants(wanted).filter(({ permission, holder }) => !map[permission]?.[formatHolder(holder)]);
}

function byText(a: readonly [string, string], b: readonly [string, string]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0;
}
