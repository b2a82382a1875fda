import type { Directory } from "../client/directory.js";
import { nameProjects } from "../live/name-projects.js";
import type { ProjectId } from "../model/ids.js";

/** The ids of all projects that the acting account sees, by key; those that are called by a key from before under that. */
export async function projectsByKey(
  directory: Directory,
  called: readonly string[],
): Promise<ReadonlyMap<string, ProjectId>> {
  return new Map((await nameProjects(directory, called)).map(({ id, key }) => [key, id]));
}
