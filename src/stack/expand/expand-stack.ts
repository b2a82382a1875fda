import type {
  DesiredAccess,
  DesiredAssociation,
  DesiredIntegrationUser,
  DesiredProject,
  DesiredRole,
  SchemeReference,
} from "../../model/desired-access.js";
import type { Project } from "../../model/project.js";
import type { Stack } from "../read-stack.js";
import type { Declaration } from "../schema/schema.js";
import { adoptionOf } from "./adoption-of.js";
import { expandActors } from "./expand-actors.js";
import { expandGrants } from "./expand-grants.js";
import { expandGroups } from "./expand-groups.js";
import { expandIntegrationUsers } from "./expand-integration-users.js";
import { expandProjects, type ProjectEntry } from "./expand-projects.js";

/**
 * Everything that a stack file asks for, in the file's order, its integration users expanded into the roles, grants and
 * actors that make them.
 * `schemeOf` tells the name of the scheme that a project uses on the site; it is asked only for projects whose scheme
 * the file does not say, and where it knows none, that project's grants are left out. Default: knows none.
 * `onSite` is what the file's selectors choose from. Default: nothing, so that only projects named by key are there.
 */
export function expandStack(
  stack: Pick<Stack, "declaration">,
  schemeOf: (project: string) => string | undefined = () => undefined,
  onSite: readonly Project[] = [],
): DesiredAccess {
  const { declaration } = stack;
  const { users: integrationUsers, seats } = expandIntegrationUsers(declaration, onSite);
  const projects = expandProjects(declaration, onSite);
  const written = new Map(projects.flatMap(({ project, scheme }) => (scheme === undefined ? [] : [[project, scheme]])));
  const referenceOf = (project: string) => {
    const scheme = written.get(project);
    return scheme === undefined ? schemeOnSite(declaration, schemeOf(project)) : toReference(scheme.written);
  };
  return {
    ...expandGrants(declaration, integrationUsers, referenceOf),
    projects: expandMentions(declaration),
    groups: expandGroups(declaration),
    roles: expandRoles(declaration, integrationUsers),
    associations: projects.flatMap(expandAssociation),
    actors: expandActors(projects, seats),
    integrationUsers,
  };
}

function expandMentions({ projects, integrationUsers }: Declaration): DesiredProject[] {
  const entries = Object.keys(projects).map((selector) => ({ selector, origin: ["projects", selector] }));
  const lists = Object.entries(integrationUsers).flatMap(([key, user]) =>
    user.projects.map((selector, index) => ({ selector, origin: ["integrationUsers", key, "projects", index] })),
  );
  return [...entries, ...lists];
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

function expandAssociation({ project, scheme, allow }: ProjectEntry): DesiredAssociation[] {
  if (scheme === undefined) return [];
  const braked = allow === undefined ? {} : { allow };
  return [{ origin: scheme.origin, project, scheme: toReference(scheme.written), ...braked }];
}

function schemeOnSite({ permissionSchemes }: Declaration, name: string | undefined): SchemeReference | undefined {
  if (name === undefined) return undefined;
  const declared = Object.entries(permissionSchemes).find(([key, scheme]) => (scheme.name ?? key) === name);
  return declared === undefined ? { site: name } : { declared: declared[0] };
}

function toReference(written: string | { readonly site: string }): SchemeReference {
  return typeof written === "string" ? { declared: written } : written;
}
