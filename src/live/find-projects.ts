import type { Directory } from "../client/directory.js";
import { getProject } from "../client/project.js";
import type { Project } from "../model/project.js";

/**
 * The projects that have these keys, or had them before they were renamed, by the key that was asked for; what there is
 * not on the site is absent. For a single key the list of all projects is not read.
 * @throws JiraError
 */
export async function findProjects(
  directory: Directory,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Project>> {
  const wanted = [...new Set(keys)];
  const find = (key: string) =>
    wanted.length === 1 ? getProject(directory.client, key) : directory.projectOfKey.load(key);
  const found = await Promise.all(wanted.map(async (key) => [key, await find(key)] as const));
  return new Map(found.flatMap(([key, project]) => (project === undefined ? [] : [[key, project] as const])));
}
