import { nameCredential } from "../../analysis/credentials/name-credential.js";
import { exitCodes } from "../../catalogue/exit-codes.js";
import { revokeCredential } from "../../client/credential-inventory.js";
import type { OrganisationClient } from "../../client/organisation.js";
import { JiraError } from "../../errors.js";
import type { Credential } from "../../model/credential.js";
import { printable } from "../../report/printable.js";
import { ask } from "../terminal/ask.js";
import { printOut } from "../terminal/print-out.js";
import { withProgress } from "../terminal/progress.js";

/** Which credential is to go, and the label by which that was confirmed. */
export interface Revocation {
  readonly id: string;
  readonly confirm: string | undefined;
}

/**
 * Revokes exactly the one credential that has the id, if its label is confirmed: by the option, or at a terminal by
 * typing it.
 * @throws JiraError of kind `refused`, before anything is sent, when no or several have the id, or the label is another.
 */
export async function revoke(
  client: OrganisationClient,
  credentials: readonly Credential[],
  { id, confirm }: Revocation,
): Promise<void> {
  const [credential, ...others] = credentials.filter((one) => one.id === id);
  if (credential === undefined)
    throw refused(`there is no credential with the id ${id}; jira-access tokens --json lists them`);
  if (others.length > 0)
    throw refused(`several credentials have the id ${id}; revoke the one that is meant in Atlassian Administration`);
  const name = printable(nameCredential(credential));
  if ((confirm ?? (await ask(`Type the label to revoke ${name} for good: `))) !== credential.label) {
    throw refused(`${name} was not confirmed; say --confirm with its label`);
  }
  await withProgress("revoking it", () => revokeCredential(client, credential));
  printOut(`revoked ${name}`);
  process.exitCode = exitCodes.clean;
}

function refused(message: string): JiraError {
  return new JiraError("refused", `nothing was revoked: ${message}`);
}
