import { type Directory, siteRoles } from "../client/directory.js";
import { JiraError } from "../errors.js";
import { formatHolder, type Holder, type HolderText, parseHolder } from "../model/holder.js";
import type { AccountId, GroupId, ProjectId, RoleId, SchemeId } from "../model/ids.js";
import { hintNearest } from "../model/nearest.js";
import type { PermissionScheme } from "../model/permission-scheme.js";

/** The ids behind readable names, as they are kept in a resource's outputs. */
export type Ids = Readonly<Record<string, string>>;

/**
 * The id that a holder's name stands for on the site; undefined for holders that name nothing with an id.
 * @throws JiraError of kind `not-found`.
 */
export async function resolveHolder(directory: Directory, { type, name }: Holder): Promise<string | undefined> {
  if (name === undefined) return undefined;
  switch (type) {
    case "projectRole":
      return resolveRole(directory, name);
    case "group":
      return resolveGroup(directory, name);
    case "user":
      return resolveAccount(directory, name);
    default:
      return name;
  }
}

/** The ids of many holders, by their one-line forms; those without an id are left out. */
export async function resolveHolders(directory: Directory, holders: Iterable<HolderText>): Promise<Ids> {
  const pairs = await Promise.all(
    [...new Set(holders)].map(async (text) => [text, await resolveHolder(directory, parseHolder(text))] as const),
  );
  return Object.fromEntries(pairs.flatMap(([text, id]) => (id === undefined ? [] : [[text, id]])));
}

/** The id of a role of the whole site. @throws JiraError of kind `not-found`. */
export async function resolveRole(directory: Directory, name: string): Promise<RoleId> {
  return requireNamed("project role", name, await siteRoles(directory)).id;
}

/** The scheme of a name. @throws JiraError of kind `not-found`. */
export async function resolveScheme(directory: Directory, name: string): Promise<PermissionScheme> {
  return requireNamed("permission scheme", name, (await directory.schemes.all()).values());
}

/** The scheme of an id. @throws JiraError of kind `not-found`. */
export async function requireScheme(directory: Directory, id: SchemeId): Promise<PermissionScheme> {
  const scheme = (await directory.schemes.all()).get(id);
  if (scheme === undefined) throw new JiraError("not-found", `the permission scheme ${id} is gone; run pulumi refresh`);
  return scheme;
}

/** The ids of many names, each resolved alike. */
export async function resolveAll(
  directory: Directory,
  names: Iterable<string>,
  resolve: (directory: Directory, name: string) => Promise<string>,
): Promise<Ids> {
  const pairs = [...names].map(async (name) => [name, await resolve(directory, name)] as const);
  return Object.fromEntries(await Promise.all(pairs));
}

/** The name under which an id was declared; undefined for a stranger's. */
export function declaredName(id: string, ids: Ids): string | undefined {
  return Object.entries(ids).find(([, known]) => known === id)?.[0];
}

/** The id of a group. @throws JiraError of kind `not-found`. */
export async function resolveGroup(directory: Directory, name: string): Promise<GroupId> {
  const group = await directory.groups.load(name);
  if (group === undefined)
    throw new JiraError(
      "not-found",
      `the site has no group named ${JSON.stringify(name)}; check its name, or declare it`,
    );
  return group.id;
}

/** The id of an account, by e-mail or by itself. @throws JiraError of kind `not-found`. */
export async function resolveAccount(directory: Directory, name: string): Promise<AccountId> {
  const account = await directory.accounts.load(name);
  if (account === undefined) {
    throw new JiraError(
      "not-found",
      `no account ${JSON.stringify(name)} can be seen on the site; where Jira hides e-mails, write the accountId`,
    );
  }
  return account.id;
}

/** The id of a company-managed project. @throws JiraError of kind `not-found` or `refused`. */
export async function resolveProject(directory: Directory, key: string): Promise<ProjectId> {
  const project = await directory.projectOfKey.load(key);
  if (project === undefined)
    throw new JiraError(
      "not-found",
      `no project ${JSON.stringify(key)} can be seen on the site; check its key, and that the acting account may browse it`,
    );
  if (project.management === "team") {
    throw new JiraError(
      "refused",
      `project ${key} is team-managed: it keeps its own access rules and uses no schemes; leave it out`,
    );
  }
  return project.id;
}

/** The one-line form under which a holder of the site was declared, or else the one that the site's names give. */
export function declaredHolder(holder: Holder, holderId: string | undefined, ids: Ids): HolderText {
  const declared = Object.entries(ids).find(([text, id]) => id === holderId && parseHolder(text).type === holder.type);
  return declared?.[0] ?? formatHolder(holder);
}

/**
 * The entry of a name.
 * @throws JiraError of kind `not-found` that suggests the nearest name.
 */
function requireNamed<T extends { readonly name: string }>(what: string, name: string, entries: Iterable<T>): T {
  const list = [...entries];
  const found = list.find((entry) => entry.name === name);
  if (found !== undefined) return found;
  const names = list.map((entry) => entry.name);
  const hint = hintNearest(name, names, "check its name, or declare it");
  throw new JiraError("not-found", `the site has no ${what} named ${JSON.stringify(name)}${hint}`);
}
