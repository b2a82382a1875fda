import type { Directory } from "../client/directory.js";
import { getProjectScheme } from "../client/permission-scheme.js";
import type { ProjectId, SchemeId } from "../model/ids.js";
import type { PermissionScheme } from "../model/permission-scheme.js";

/** Permission schemes, and which of them some projects use. */
interface ObservedSchemes {
  readonly schemes: ReadonlyMap<SchemeId, PermissionScheme>;
  readonly schemeOf: ReadonlyMap<ProjectId, SchemeId>;
}

/** Reads the scheme of one project in one request; for several, the list of all schemes and whose is which. */
export async function observeSchemes(
  { client, schemes, associations }: Directory,
  projects: readonly ProjectId[],
): Promise<ObservedSchemes> {
  const [only, ...more] = projects;
  if (only === undefined) return { schemes: new Map(), schemeOf: new Map() };
  if (more.length === 0) {
    const scheme = await getProjectScheme(client, only);
    return { schemes: new Map([[scheme.id, scheme]]), schemeOf: new Map([[only, scheme.id]]) };
  }
  const used = projects.map(async (id) => [id, await associations.load(id)] as const);
  const [all, schemeOf] = await Promise.all([schemes.all(), Promise.all(used)]);
  return { schemes: all, schemeOf: new Map(schemeOf) };
}
