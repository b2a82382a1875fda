import { JiraError } from "../errors.js";

const siteWideKinds: readonly string[] = ["credentials", "forbidden", "network"];
let told = false;

/**
 * Whether a fault concerns the site as a whole and was told already by another resource of this process. One such
 * error fails the whole run, so the other resources need not say it again.
 */
export function isToldAlready(error: unknown): boolean {
  if (!(error instanceof JiraError && siteWideKinds.includes(error.kind))) return false;
  const toldBefore = told;
  told = true;
  return toldBefore;
}
