import { JiraError } from "../errors.js";

const siteWideKinds: readonly string[] = ["credentials", "forbidden", "network"];

/** Whether a fault concerns the site as a whole, so that one error about it is enough for a run. */
export function isSiteFault(error: unknown): boolean {
  return error instanceof JiraError && siteWideKinds.includes(error.kind);
}
