import type { Directory } from "../../client/directory.js";
import { listPermissions } from "../../client/permission.js";
import { JiraError } from "../../errors.js";
import type { PermissionKey } from "../../model/grant.js";
import { hintNearest } from "../../model/nearest.js";

/** The permissions that a question is about, out of those that the site knows. */
export interface AskedPermissions {
  readonly inProjects: readonly PermissionKey[];
  readonly global: readonly PermissionKey[];
}

/**
 * The permissions of a key, or all of the site's; only the global ones where the key is global.
 * @throws JiraError of kind `not-found` that suggests the nearest key.
 */
export async function findPermissions({ client }: Directory, key: string | undefined): Promise<AskedPermissions> {
  const known = await listPermissions(client);
  const levelled = (wanted: string) => [...known].flatMap(([one, level]) => (level === wanted ? [one] : []));
  const global = levelled("global");
  if (key === undefined) return { inProjects: levelled("project"), global };
  const level = known.get(key);
  if (level !== undefined) return { inProjects: level === "project" ? [key] : [], global };
  const hint = hintNearest(key, known.keys());
  throw new JiraError("not-found", `the site knows no permission ${JSON.stringify(key)}${hint}`);
}
