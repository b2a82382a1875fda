import type { Directory } from "../../client/directory.js";
import { byLevel, type LevelledPermissions, listPermissions } from "../../client/permission.js";
import { JiraError } from "../../errors.js";
import { hintNearest } from "../../model/nearest.js";

/**
 * The permissions of a key, or all of the site's; only the global ones where the key is global.
 * @throws JiraError of kind `not-found` that suggests the nearest key.
 */
export async function findPermissions({ client }: Directory, key: string | undefined): Promise<LevelledPermissions> {
  const known = await listPermissions(client);
  const all = byLevel(known);
  if (key === undefined) return all;
  if (known.has(key)) return { ...all, inProjects: all.inProjects.filter((one) => one === key) };
  const hint = hintNearest(key, known.keys(), "jira-access explain ACCOUNT lists what there is");
  throw new JiraError("not-found", `the site knows no permission ${JSON.stringify(key)}${hint}`);
}
