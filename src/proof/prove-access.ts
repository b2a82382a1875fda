import { groupFindings } from "../analysis/findings/group-findings.js";
import { judgeAccess } from "../analysis/findings/judge-access.js";
import type { Directory } from "../client/directory.js";
import type { AccountProof } from "../model/access-finding.js";
import type { ExpectedAccess } from "../model/expected-access.js";
import { explainFindings } from "./explain-findings.js";
import { heldBy } from "./held-by.js";
import { projectsByKey } from "./projects-by-key.js";

/** The accounts to be proven, by their keys in the stack file. */
export type ExpectedAccesses = Readonly<Record<string, ExpectedAccess>>;

/**
 * Asks the site itself what each account may really do, and holds that against what is declared; only where something is
 * found, what gives it is read too. Needs ADMINISTER.
 * @throws JiraError
 */
export async function proveAccess(directory: Directory, expected: ExpectedAccesses): Promise<readonly AccountProof[]> {
  const keys = Object.values(expected).flatMap((access) => access.projects);
  const projects = await projectsByKey(directory, keys);
  const judged = await Promise.all(
    Object.entries(expected).map(async ([user, access]) => {
      const account = await directory.accounts.load(access.account);
      const held = await heldBy(directory, account?.id, access, projects);
      const differences = judgeAccess(access, held, projects);
      return { user, access, account: account?.id, held, differences };
    }),
  );
  const explained = await explainFindings(directory, judged, projects);
  return explained.map(({ user, access, differences }) => {
    const all = groupFindings(differences);
    return {
      user,
      account: access.account,
      findings: all.filter(({ kind }) => kind !== "note"),
      notes: all.filter(({ kind }) => kind === "note"),
    };
  });
}
