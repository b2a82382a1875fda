import type { AccessReport } from "../model/access-report.js";
import { type Tier, tierOf, tiers } from "./tiers.js";
import type { View } from "./view.js";

/** A permission as a column of the matrix. */
export interface Column {
  readonly permission: string;
  readonly tier: Tier;
  /** Where its marks stand in a pattern; absent for permissions on the whole site. */
  readonly place?: number;
}

/** All permissions of a report, gravest first. */
export function columnsOf({ permissions, globalPermissions }: AccessReport): readonly Column[] {
  const all: Column[] = [
    ...globalPermissions.map((permission) => ({ permission, tier: tierOf(permission) })),
    ...permissions.map((permission, place) => ({ permission, tier: tierOf(permission), place })),
  ];
  return tiers.flatMap((tier) => all.filter((column) => column.tier === tier));
}

/** The columns that a view asks for. */
export function shownColumns(columns: readonly Column[], { tier, permission }: View): readonly Column[] {
  return columns.filter((column) => {
    return (
      (tier === undefined || column.tier === tier) && (permission === undefined || column.permission === permission)
    );
  });
}
