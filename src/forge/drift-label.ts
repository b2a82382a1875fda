import { ForgeError } from "../errors.js";

/** The label of issues about drift, by which people and this package find them. */
export const driftLabel = "jira-access drift";

/** What their hidden line says they are of. */
export const driftVerb = "drift";

/**
 * Makes sure that a new issue got the label, since without it the next run would not find the issue.
 * @throws ForgeError when the forge left it out, as it does where a token may not label.
 */
export function requireLabel(labels: readonly string[]): void {
  if (labels.includes(driftLabel)) return;
  throw new ForgeError(
    `the issue was opened without the label "${driftLabel}", and the next run would open another: ` +
      "label it, and let the token label issues",
  );
}
