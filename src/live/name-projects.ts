import type { Directory } from "../client/directory.js";
import type { Project } from "../model/project.js";

/** The site's projects, those that were renamed under the keys that they are still called by. */
export async function nameProjects(directory: Directory, called: readonly string[]): Promise<readonly Project[]> {
  const projects = [...(await directory.projects.all()).values()];
  const keys = new Set(projects.map(({ key }) => key));
  const unknown = [...new Set(called)].filter((key) => !keys.has(key));
  const found = await Promise.all(unknown.map((key) => directory.projectOfKey.load(key)));
  const keyOf = new Map(unknown.map((key, index) => [found[index]?.id, key]));
  return projects.map((project) => ({ ...project, key: keyOf.get(project.id) ?? project.key }));
}
