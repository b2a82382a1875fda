import type { AccessPreview, AccessShift } from "../../model/preview.js";
import { describePaths } from "../access/describe-path.js";
import type { AccessChange, AccessComparison } from "./compare-access.js";

/** Everything of a comparison in words, for scripts and for comments on changes. */
export function toShifts({
  gains,
  losses,
  unclear,
}: AccessComparison): Pick<AccessPreview, "gains" | "losses" | "unclear"> {
  return { gains: gains.map(toShift), losses: losses.map(toShift), unclear: unclear.map(toShift) };
}

/** A change in words. */
export function toShift(change: AccessChange): AccessShift {
  const { account, project, permission, risk, before, after } = change;
  return {
    account: account.name,
    accountId: account.id,
    ...(project === undefined ? {} : { project: project.key }),
    permission,
    ...(risk === undefined ? {} : { risk }),
    before: before.outcome,
    after: after.outcome,
    paths: pathsOf(change),
  };
}

/** How the access is had, or was had where it is lost. */
function pathsOf({ before, after }: AccessChange): readonly string[] {
  const { paths = [] } = "paths" in after && after.paths.length > 0 ? after : "paths" in before ? before : {};
  return describePaths(paths);
}
