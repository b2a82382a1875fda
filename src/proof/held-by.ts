import type { Directory } from "../client/directory.js";
import { byLevel, checkPermissions } from "../client/permission.js";
import type { ExpectedAccess } from "../model/expected-access.js";
import type { HeldPermissions } from "../model/held-permissions.js";
import type { AccountId, ProjectId } from "../model/ids.js";

const nothing: HeldPermissions = { global: new Set(), inProjects: new Map() };

/**
 * What an account really holds of all permissions that the site knows, in all projects, or where `elsewhere` is `ignore`
 * in its own; an account that cannot be seen holds nothing.
 * @param projects the site's projects by key.
 */
export async function heldBy(
  directory: Directory,
  account: AccountId | undefined,
  { projects: own, elsewhere }: ExpectedAccess,
  projects: ReadonlyMap<string, ProjectId>,
): Promise<HeldPermissions> {
  if (account === undefined) return nothing;
  return checkPermissions(directory.client, {
    account,
    ...byLevel(await directory.permissions()),
    projects: elsewhere === "ignore" ? own.flatMap((key) => projects.get(key) ?? []) : [...projects.values()],
  });
}
