import { accountKey } from "../../model/account.js";
import type { Origin } from "../../model/desired-access.js";
import { formatHolder, type Holder } from "../../model/holder.js";
import type { Flaw, LineOf } from "../flaw.js";
import { quote } from "../quote.js";
import { grantablePermissionFault } from "../schema/permission-rules.js";
import type { Declaration } from "../schema/schema.js";
import { repeatsIn } from "./repeats.js";

/** Permissions that schemes cannot grant, holders that cannot hold them, and grants written twice. */
export function checkGrants({ permissionSchemes }: Declaration, lineOf: LineOf): Flaw[] {
  return Object.entries(permissionSchemes).flatMap(([scheme, { grants = {} }]) =>
    Object.entries(grants).flatMap(([permission, holders]) => {
      const origin = ["permissionSchemes", scheme, "grants", permission];
      return [
        ...checkPermission(origin, permission),
        ...checkRepeats(origin, permission, holders, lineOf),
        ...checkPortal(origin, permission, holders),
      ];
    }),
  );
}

function checkPermission(origin: Origin, permission: string): Flaw[] {
  const message = grantablePermissionFault(permission);
  return message === undefined ? [] : [{ origin, at: "key", message }];
}

function checkRepeats(origin: Origin, permission: string, holders: readonly Holder[], lineOf: LineOf): Flaw[] {
  return repeatsIn(holders, holderKey).map(({ item, index, firstIndex }) => ({
    origin: [...origin, index],
    message: `duplicate grant: ${permission} is already granted to ${describeHolder(item)} at line ${lineOf([...origin, firstIndex])}`,
  }));
}

/** What Jira refuses to let customers of a service portal have. */
const closedToPortal = new Set(["ARCHIVE_ISSUES", "UNARCHIVE_ISSUES", "VIEW_AGGREGATED_DATA"]);

function checkPortal(origin: Origin, permission: string, holders: readonly Holder[]): Flaw[] {
  if (!closedToPortal.has(permission)) return [];
  return holders.flatMap(({ type }, index) =>
    type === "sd.customer.portal.only"
      ? [{ origin: [...origin, index], message: `${type} cannot hold ${permission}; Jira refuses it` }]
      : [],
  );
}

function holderKey(holder: Holder): string {
  return holder.type === "user" ? accountKey(formatHolder(holder)) : formatHolder(holder);
}

function describeHolder({ type, name }: Holder): string {
  return name === undefined ? type : `${type} ${quote(name)}`;
}
