import type { Directory } from "../client/directory.js";
import { getRoleActors } from "../client/project-role-actors.js";
import { byId } from "../model/by-id.js";
import type { PermissionKey } from "../model/grant.js";
import type { ProjectId, RoleId, SchemeId } from "../model/ids.js";
import type { PermissionScheme } from "../model/permission-scheme.js";
import type { IdentifiedHolder, ProjectAccess, SecurityLevel } from "../model/site-access.js";
import { findProjects } from "./find-projects.js";
import { observeSchemes } from "./observe-schemes.js";

/** Projects with who holds what in them, and the schemes that they use. */
interface ObservedProjects {
  readonly projects: ReadonlyMap<ProjectId, ProjectAccess>;
  readonly schemes: ReadonlyMap<SchemeId, PermissionScheme>;
}

/** What is known and asked of projects before they are read. */
interface Focus {
  readonly matters: (permission: PermissionKey) => boolean;
  readonly levels: ReadonlyMap<ProjectId, readonly SecurityLevel[]>;
  /** Roles to read although nothing is granted to them. */
  readonly also: readonly RoleId[];
}

/**
 * Reads projects with their schemes, and who holds each role that is granted a permission that matters or is on a security
 * level. No operation tells the scheme of several projects, or who holds several roles.
 */
export async function observeProjectAccess(
  directory: Directory,
  keys: readonly string[] | "all",
  { matters, levels, also }: Focus,
): Promise<ObservedProjects> {
  const known = keys === "all" ? await directory.projects.all() : await findProjects(directory, keys);
  const found = [...known.values()];
  const { schemes, schemeOf } = await observeSchemes(
    directory,
    found.filter(({ management }) => management === "company").map(({ id }) => id),
  );
  const projects = found.map(async (project): Promise<ProjectAccess> => {
    const securityLevels = levels.get(project.id) ?? [];
    const scheme = schemeOf.get(project.id);
    if (scheme === undefined) return { ...project, actors: new Map(), securityLevels };
    const granted = schemes.get(scheme)?.grants.filter(({ permission }) => matters(permission)) ?? [];
    const deciding = rolesIn([...granted, ...securityLevels.flatMap(({ holders }) => holders)]);
    const roles = [...new Set([...deciding, ...also])];
    const actors = roles.map(async (role) => [role, await getRoleActors(directory.client, project.id, role)] as const);
    return { ...project, scheme, actors: new Map(await Promise.all(actors)), securityLevels };
  });
  return { schemes, projects: byId(await Promise.all(projects)) };
}

function rolesIn(holders: readonly IdentifiedHolder[]): readonly RoleId[] {
  const ids = holders.flatMap(({ holder, holderId }) =>
    holder.type === "projectRole" && holderId !== undefined ? [holderId] : [],
  );
  return [...new Set(ids)];
}
