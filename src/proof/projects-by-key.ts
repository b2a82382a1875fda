import type { Directory } from "../client/directory.js";
import type { ProjectId } from "../model/ids.js";

/** The ids of all projects that the acting account sees, by key; those that are called by a key from before under that. */
export async function projectsByKey(
  directory: Directory,
  called: readonly string[],
): Promise<ReadonlyMap<string, ProjectId>> {
  const listed = [...(await directory.projects.all()).values()];
  const keys = new Set(listed.map(({ key }) => key));
  const renamed = await Promise.all(
    [...new Set(called)]
      .filter((key) => !keys.has(key))
      .map(async (key) => [(await directory.projectOfKey.load(key))?.id, key] as const),
  );
  const keyOf = new Map(renamed);
  return new Map(listed.map(({ id, key }) => [keyOf.get(id) ?? key, id]));
}
