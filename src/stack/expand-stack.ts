import type {
  DesiredAccess,
  DesiredAssociation,
  DesiredIntegrationUser,
  DesiredRole,
  SchemeReference,
} from "../model/desired-access.js";
import { adoptionOf } from "./adoption-of.js";
import { integrationRole } from "./declared-names.js";
import { expandActors } from "./expand-actors.js";
import { expandGrants } from "./expand-grants.js";
import { expandGroups } from "./expand-groups.js";
import type { Stack } from "./read-stack.js";
import type { Declaration } from "./schema.js";

/**
 * Everything that a stack file asks for, in the file's order, its integration users expanded into the roles, grants and
 * actors that make them.
 * `schemeOf` tells the name of the scheme that a project uses on the site; it is asked only for projects whose scheme
 * the file does not say, and where it knows none, that project's grants are left out. Default: knows none.
 */
export function expandStack(
  stack: Pick<Stack, "declaration">,
  schemeOf: (project: string) => string | undefined = () => undefined,
): DesiredAccess {
  const { declaration } = stack;
  const integrationUsers = expandIntegrationUsers(declaration);
  const referenceOf = (project: string) =>
    schemeInFile(declaration, project) ?? schemeOnSite(declaration, schemeOf(project));
  return {
    ...expandGrants(declaration, integrationUsers, referenceOf),
    groups: expandGroups(declaration),
    roles: expandRoles(declaration, integrationUsers),
    associations: expandAssociations(declaration),
    actors: expandActors(declaration, integrationUsers),
    integrationUsers,
  };
}

function expandIntegrationUsers({ integrationUsers }: Declaration): DesiredIntegrationUser[] {
  return Object.entries(integrationUsers).map(([key, user]) => ({
    origin: ["integrationUsers", key],
    key,
    account: user.account,
    role: integrationRole(key, user),
    projects: user.projects,
    permissions: user.permissions,
  }));
}

function expandRoles({ projectRoles }: Declaration, users: readonly DesiredIntegrationUser[]): DesiredRole[] {
  const declared = Object.entries(projectRoles).map(([key, role]) => ({
    origin: ["projectRoles", key],
    key,
    name: role.name ?? key,
    description: role.description ?? "",
    ...adoptionOf(role),
  }));
  const names = new Set(declared.map(({ name }) => name));
  const own = users
    .filter(({ role }) => !names.has(role))
    .map((user) => ({
      origin: user.origin,
      key: `integration:${user.key}`,
      name: user.role,
      description: describeRole(user),
    }));
  return [...declared, ...own];
}

function describeRole({ account, permissions }: DesiredIntegrationUser): string {
  const listed = permissions.slice(0, 4).join(", ");
  const more = permissions.length > 4 ? ` and ${permissions.length - 4} more` : "";
  return `Held by ${account} only: ${listed}${more}`;
}

function expandAssociations({ projects }: Declaration): DesiredAssociation[] {
  return Object.entries(projects).flatMap(([project, { permissionScheme, allow }]) => {
    if (permissionScheme === undefined) return [];
    const origin = ["projects", project, "permissionScheme"];
    const braked = allow === undefined ? {} : { allow };
    return [{ origin, project, scheme: toReference(permissionScheme), ...braked }];
  });
}

function schemeInFile({ projects }: Declaration, project: string): SchemeReference | undefined {
  const written = projects[project]?.permissionScheme;
  return written === undefined ? undefined : toReference(written);
}

function schemeOnSite({ permissionSchemes }: Declaration, name: string | undefined): SchemeReference | undefined {
  if (name === undefined) return undefined;
  const declared = Object.entries(permissionSchemes).find(([key, scheme]) => (scheme.name ?? key) === name);
  return declared === undefined ? { site: name } : { declared: declared[0] };
}

function toReference(written: string | { readonly site: string }): SchemeReference {
  return typeof written === "string" ? { declared: written } : written;
}
