import type { Allowance } from "../../model/desired-access.js";
import type { Grant } from "../../model/grant.js";
import { describeHolder } from "../../model/holder.js";
import { inWords } from "../../model/words.js";
import { administer, administratorsIn, vacancyOf } from "./administrators.js";

/** What to do about a project that nobody would administer. */
export const keepAnAdministrator = "keep an administrator, or say why not: `allow: { lastAdministrator: REASON }`";

/**
 * Why the grants that hold somewhere may not change so: somebody holds ADMINISTER_PROJECTS by them, and nobody would.
 * Undefined where that is not so, or is allowed.
 * @param where what nobody would administer, for the message.
 */
export function objectToVacancy(
  where: string,
  before: readonly Grant[],
  after: readonly Grant[],
  allow: Allowance | undefined,
): string | undefined {
  const losers = standingIn(before);
  if (allow?.lastAdministrator !== undefined || losers.length === 0 || standingIn(after).length > 0) return undefined;
  const losses = `${inWords(losers.map(describeHolder))} would lose ${administer}`;
  return `nobody would administer ${where}: ${losses}; ${keepAnAdministrator}`;
}

function standingIn(grants: readonly Grant[]) {
  return administratorsIn(grants).filter((holder) => vacancyOf(holder) === undefined);
}
