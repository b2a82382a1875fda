import type { Directory } from "../client/directory.js";
import { checkPermissions, getMyPermissions } from "../client/permission.js";
import { JiraError } from "../errors.js";
import type { Account, ActingAccount } from "../model/account.js";
import type { PermissionKey } from "../model/grant.js";
import type { Group } from "../model/group.js";
import type { PermissionScheme } from "../model/permission-scheme.js";
import type { Project } from "../model/project.js";
import type { ProjectRole } from "../model/project-role.js";
import { nameProjects } from "./name-projects.js";

/** What has to be looked up by name, beside the collections that are always read whole. */
export interface Lookups {
  /** Keys that projects are called by. */
  readonly projects: readonly string[];
  /** E-mails and accountIds. */
  readonly accounts: readonly string[];
  readonly groups: readonly string[];
  /** Keys of projects whose scheme only the site knows. */
  readonly schemesOf: readonly string[];
  /** Keys of projects in which the acting account may be about to lose its own administration. */
  readonly administered: readonly string[];
}

/** A site at one moment, as far as a stack has to do with it. */
export interface Site {
  readonly actingAccount: ActingAccount;
  readonly permissionKeys: ReadonlySet<PermissionKey>;
  readonly schemes: readonly PermissionScheme[];
  readonly roles: readonly ProjectRole[];
  /** By the keys that they were looked up by, be it those from before they were renamed, else by their own. */
  readonly projects: readonly Project[];
  /** By what was looked up; what the site does not show is absent. */
  readonly accounts: ReadonlyMap<string, Account>;
  readonly groups: ReadonlyMap<string, Group>;
  /** The scheme's name by project key. */
  readonly schemeOf: ReadonlyMap<string, string>;
  /** Of the projects that were asked for, the keys of those in which the acting account holds ADMINISTER_PROJECTS. */
  readonly administered: ReadonlySet<string>;
}

/**
 * Reads what a stack has to do with: each collection once, all at the same time, after making sure who is asking.
 * @param lookupsOf tells what else to look up, once the site's projects are known.
 * @throws JiraError when the credentials do not work or the acting account does not administer the site.
 */
export async function observeSite(
  directory: Directory,
  lookupsOf: (projects: readonly Project[]) => Lookups,
): Promise<Site> {
  const actingAccount = await requireAdministrator(directory);
  const listed = directory.projects.all().then((all) => [...all.values()]);
  const named = listed.then((all) => nameProjects(directory, lookupsOf(all).projects));
  const wanted = named.then(lookupsOf);
  const [permissions, schemes, roles, projects, accounts, groups] = await Promise.all([
    directory.permissions(),
    directory.schemes.all(),
    directory.roles.all(),
    named,
    wanted.then((lookups) => lookUp(lookups.accounts, (name) => directory.accounts.load(name))),
    wanted.then((lookups) => lookUp(lookups.groups, (name) => directory.groups.load(name))),
  ]);
  const lookups = await wanted;
  const byKey = new Map(projects.flatMap((one) => (one.management === "company" ? [[one.key, one] as const] : [])));
  const [schemeOf, administered] = await Promise.all([
    lookUp(lookups.schemesOf, async (key) => {
      const project = byKey.get(key);
      return project && schemes.get(await directory.associations.load(project.id))?.name;
    }),
    findAdministered(
      directory,
      lookups.administered.flatMap((key) => byKey.get(key) ?? []),
    ),
  ]);
  return {
    actingAccount,
    permissionKeys: new Set(permissions.keys()),
    schemes: [...schemes.values()],
    roles: [...roles.values()],
    projects,
    accounts,
    groups,
    schemeOf,
    administered,
  };
}

async function findAdministered({ client }: Directory, projects: readonly Project[]): Promise<ReadonlySet<string>> {
  if (projects.length === 0) return new Set();
  const question = { inProjects: ["ADMINISTER_PROJECTS"], projects: projects.map(({ id }) => id) };
  const held = (await checkPermissions(client, question)).inProjects.get("ADMINISTER_PROJECTS");
  return new Set(projects.filter(({ id }) => held?.has(id)).map(({ key }) => key));
}

async function requireAdministrator({ client, actingAccount }: Directory): Promise<ActingAccount> {
  const [account, held] = await Promise.all([actingAccount(), getMyPermissions(client, ["ADMINISTER"])]);
  if (held.has("ADMINISTER")) return account;
  throw new JiraError(
    "forbidden",
    `${account.email ?? account.displayName} does not administer ${client.site}: permission schemes and roles can only be read and written with the global permission ADMINISTER. Use an administrator's credentials, or have the permission granted to that account`,
  );
}

async function lookUp<T>(
  names: readonly string[],
  load: (name: string) => Promise<T | undefined>,
): Promise<ReadonlyMap<string, T>> {
  const pairs = await Promise.all([...new Set(names)].map(async (name) => [name, await load(name)] as const));
  return new Map(pairs.flatMap(([name, found]) => (found === undefined ? [] : [[name, found]])));
}
