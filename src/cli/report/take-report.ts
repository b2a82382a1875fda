import { indexAccess } from "../../analysis/access/access-index.js";
import { applyStack } from "../../analysis/applied/apply-stack.js";
import { takeMatrix } from "../../analysis/matrix/take-matrix.js";
import { isHiddenPermission } from "../../catalogue/permissions.js";
import type { Directory } from "../../client/directory.js";
import { observeHeld } from "../../live/observe-held.js";
import type { AccessReport, ReportedUser } from "../../model/access-report.js";
import type { DesiredAccess } from "../../model/desired-access.js";
import type { SiteAccess } from "../../model/site-access.js";
import { proveAccess } from "../../proof/prove-access.js";
import { readStack } from "../../stack/read-stack.js";
import type { ChosenStack } from "../stack/choose-stack.js";
import { readSite } from "../stack/read-site.js";

/**
 * Reads a site and decides who may do what there now and, where a stack is meant, once it is applied. Writes nothing.
 * Needs what `observeAccess` and `observeHeld` need.
 * @throws StackError, JiraError
 */
export async function takeReport(
  directory: Directory,
  chosen: ChosenStack | undefined,
  say: (howFar: string) => void,
): Promise<AccessReport> {
  const stack = chosen === undefined ? undefined : readStack(chosen.file);
  const { site: read, expand } = await readSite(directory, stack === undefined ? [] : [stack]);
  const { permissions, held } = await observeHeld(directory, read, (asked, all) => say(`${asked} of ${all} accounts`));
  const site = { ...read, globalPermissions: new Map([...held].map(([id, { global }]) => [id, global])) };
  const desired = stack === undefined ? undefined : expand(stack);
  const inProjects = permissions.inProjects.filter((key) => !isHiddenPermission(key));
  const stateOf = (access: SiteAccess) => ({ access, matrix: takeMatrix(indexAccess(access), inProjects, held) });
  return {
    site: directory.client.site,
    takenAt: new Date().toISOString(),
    ...(chosen === undefined ? {} : { stack: chosen.name }),
    permissions: inProjects,
    globalPermissions: permissions.global,
    now: stateOf(site),
    ...(desired === undefined ? {} : { planned: stateOf(applyStack(site, desired)) }),
    integrationUsers: desired === undefined ? [] : await reportUsers(directory, desired),
  };
}

async function reportUsers(
  directory: Directory,
  { integrationUsers }: DesiredAccess,
): Promise<readonly ReportedUser[]> {
  const expected = Object.fromEntries(integrationUsers.map((user) => [user.key, user]));
  const proofs = await proveAccess(directory, expected);
  return Promise.all(
    proofs.map(async (proof) => {
      const found = await directory.accounts.load(proof.account);
      return found === undefined ? proof : { ...proof, id: found.id };
    }),
  );
}
