import { type DeclaredGrants, objectToGrantRemovals } from "../../analysis/brakes/grant-removals.js";
import { objectToVacancy } from "../../analysis/brakes/last-administrator.js";
import type { Allowance } from "../../model/desired-access.js";
import { toGrants } from "../../model/grant.js";
import type { PermissionScheme } from "../../model/permission-scheme.js";
import { brake } from "./brake.js";

/**
 * Refuses to write a scheme's list where too much that was declared would go at once, or the last administrator would.
 * @param before what was declared until now; undefined where the scheme was somebody else's, and all it holds counts.
 * @throws JiraError of kind `refused`.
 */
export function brakeScheme(
  scheme: PermissionScheme,
  before: DeclaredGrants | undefined,
  after: DeclaredGrants,
  allow: Allowance | undefined,
): void {
  const held = before === undefined ? scheme.grants : toGrants(before.grants);
  brake(`the permission scheme ${JSON.stringify(scheme.name)}`, [
    before === undefined ? undefined : objectToGrantRemovals(before, after, allow),
    objectToVacancy("the projects that use it", held, toGrants(after.grants), allow),
  ]);
}
