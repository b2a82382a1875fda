import { JiraError } from "../../errors.js";

/**
 * Makes sure of something that is either there or not; after a refusal or a lost answer it looks instead of asking
 * again.
 * @param isThere reads the site anew.
 * @returns whether it was there before, which is what a refusal of something that is there means.
 */
export async function ensure(add: () => Promise<void>, isThere: () => Promise<boolean>): Promise<boolean> {
  try {
    await add();
    return false;
  } catch (error) {
    if (!(await isThere().catch(() => false))) throw error;
    return error instanceof JiraError && (error.kind === "invalid" || error.kind === "conflict");
  }
}
