import type { Directory } from "../../client/directory.js";
import { JiraError } from "../../errors.js";
import { nearest } from "../../model/nearest.js";
import type { SiteAccess } from "../../model/site-access.js";

/**
 * Makes sure that a project was found.
 * @throws JiraError of kind `not-found` that suggests the nearest key.
 */
export async function requireProject({ projects }: Directory, key: string, site: SiteAccess): Promise<void> {
  if (site.projects.size > 0) return;
  const near = nearest(
    key,
    [...(await projects.all()).values()].map((project) => project.key),
  );
  const hint = near === undefined ? "" : `; did you mean ${near}?`;
  throw new JiraError("not-found", `no project ${JSON.stringify(key)} can be seen on the site${hint}`);
}
