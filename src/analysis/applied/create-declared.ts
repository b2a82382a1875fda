import type { DesiredAccess } from "../../model/desired-access.js";
import type { PermissionScheme } from "../../model/permission-scheme.js";
import type { ProjectAccess, SiteAccess } from "../../model/site-access.js";

/**
 * The site with every declared group, role and scheme, those that are new empty and with ids that say so. Nobody holds a
 * new role anywhere.
 */
export function createDeclared(site: SiteAccess, { groups, roles, schemes }: DesiredAccess): SiteAccess {
  const shared = [...site.roles.values()].filter(({ scope }) => scope === undefined);
  const newGroups = missing(groups, site.groups.values()).map(({ name }) => ({ id: `new group ${name}`, name }));
  const newRoles = missing(roles, shared).map(({ name, description }) => ({
    id: `new role ${name}`,
    name,
    description,
  }));
  const newSchemes = missing(schemes, site.schemes.values()).map(
    ({ name, description }): PermissionScheme => ({ id: newSchemeId(name), name, description, grants: [] }),
  );
  const nobody = newRoles.map(({ id }) => [id, { users: [], groups: [] }] as const);
  const projects = [...site.projects.values()].map(
    (project): ProjectAccess => ({ ...project, actors: new Map([...project.actors, ...nobody]) }),
  );
  return {
    ...site,
    groups: withAll(site.groups, newGroups),
    roles: withAll(site.roles, newRoles),
    schemes: withAll(site.schemes, newSchemes),
    projects: withAll(site.projects, projects),
  };
}

/** The map with these items put in under their ids. */
export function withAll<T extends { readonly id: string }>(
  map: ReadonlyMap<string, T>,
  items: readonly T[],
): ReadonlyMap<string, T> {
  return new Map([...map, ...items.map((item) => [item.id, item] as const)]);
}

/** The id of a scheme that is not on the site yet. */
export function newSchemeId(name: string): string {
  return `new scheme ${name}`;
}

function missing<T extends { readonly name: string }>(
  declared: readonly T[],
  there: Iterable<{ readonly name: string }>,
): readonly T[] {
  const names = new Set([...there].map(({ name }) => name));
  return declared.filter(({ name }) => !names.has(name));
}
