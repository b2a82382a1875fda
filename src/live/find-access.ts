import { type Directory, siteRoles } from "../client/directory.js";
import { listPermissions } from "../client/permission.js";
import { getRoleActors } from "../client/project-role-actors.js";
import { JiraError } from "../errors.js";
import type { FoundAccess, FoundProject } from "../model/found-access.js";
import type { AccountId } from "../model/ids.js";
import type { PermissionScheme } from "../model/permission-scheme.js";
import type { Project } from "../model/project.js";
import type { ProjectRole } from "../model/project-role.js";
import { findProjects } from "./find-projects.js";
import { unknownProject } from "./unknown-project.js";

/**
 * Reads what a stack file could take over of some company-managed projects, or of all of them: the collections once, then
 * each project's scheme and all who hold a role in it. Needs ADMINISTER.
 * @param keys the projects' keys; all company-managed projects of the site where it is empty.
 * @param tell is called with the number of projects that were read, and of those to read.
 * @throws JiraError of kind `not-found` or `refused` for a key that no such project has.
 */
export async function findAccess(
  directory: Directory,
  keys: readonly string[],
  tell: (read: number, all: number) => void = () => {},
): Promise<FoundAccess> {
  const [schemes, roles, permissions, projects] = await Promise.all([
    directory.schemes.all(),
    siteRoles(directory),
    listPermissions(directory.client),
    chooseProjects(directory, keys),
  ]);
  let read = 0;
  const found = await Promise.all(
    projects.map(async (project) => {
      const inProject = await findInProject(directory, project, roles);
      tell(++read, projects.length);
      return inProject;
    }),
  );
  const used = new Set(found.map(({ scheme }) => scheme));
  const usedSchemes = [...schemes.values()].filter(({ id }) => used.has(id));
  return {
    projects: found,
    schemes: usedSchemes,
    roles,
    accounts: await findAccounts(directory, found, usedSchemes),
    permissionKeys: new Set(permissions.keys()),
  };
}

async function chooseProjects(directory: Directory, keys: readonly string[]): Promise<readonly Project[]> {
  const all = [...(await directory.projects.all()).values()];
  if (keys.length === 0) return all.filter(({ management }) => management === "company");
  const found = await findProjects(directory, keys);
  return [...new Set(keys)].map((key) => requireCompanyManaged(key, found.get(key), all));
}

function requireCompanyManaged(key: string, project: Project | undefined, all: readonly Project[]): Project {
  if (project === undefined) throw unknownProject(key, all);
  if (project.management === "company") return project;
  throw new JiraError(
    "refused",
    `project ${key} is team-managed: it keeps its own access rules and uses no schemes; leave it out`,
  );
}

async function findInProject(
  directory: Directory,
  project: Project,
  roles: readonly ProjectRole[],
): Promise<FoundProject> {
  const [scheme, ...lists] = await Promise.all([
    directory.associations.load(project.id),
    ...roles.map(async ({ id }) => [id, await getRoleActors(directory.client, project.id, id)] as const),
  ]);
  const held = lists.filter(([, { users, groups }]) => users.length + groups.length > 0);
  return { ...project, scheme, actors: new Map(held) };
}

async function findAccounts(
  { accounts }: Directory,
  projects: readonly FoundProject[],
  schemes: readonly PermissionScheme[],
): Promise<FoundAccess["accounts"]> {
  const inRoles = projects.flatMap(({ actors }) => [...actors.values()].flatMap(({ users }) => users));
  const granted = schemes.flatMap(({ grants }) =>
    grants.flatMap(({ holder, holderId }) => (holder.type === "user" ? (holderId ?? []) : [])),
  );
  const ids = new Set<AccountId>([...inRoles.map(({ id }) => id), ...granted]);
  const known = await accounts.loadMany([...ids]);
  return new Map(known.flatMap((one) => (one === undefined || one instanceof Error ? [] : [[one.id, one] as const])));
}
