import DataLoader from "dataloader";
import { type Account, type ActingAccount, isEmail } from "../model/account.js";
import type { PermissionKey } from "../model/grant.js";
import type { Group } from "../model/group.js";
import type { AccountId, GroupId, ProjectId, RoleId, SchemeId } from "../model/ids.js";
import type { PermissionScheme } from "../model/permission-scheme.js";
import type { Project } from "../model/project.js";
import type { ProjectRole } from "../model/project-role.js";
import { accountsPerRequest, getAccounts, getCurrentAccount } from "./account.js";
import { type AccountSearch, createAccountSearch } from "./account-search.js";
import { type Collection, createCollection } from "./collection.js";
import type { JiraClient } from "./create-client.js";
import { getGroupsById, groupsPerRequest } from "./group.js";
import { listGroupMembers } from "./group-members.js";
import { createGroupSearch } from "./group-search.js";
import { listPermissions } from "./permission.js";
import { getAssignedPermissionScheme, listPermissionSchemes } from "./permission-scheme.js";
import { getProject, listProjects } from "./project.js";
import { listProjectRoles } from "./project-role.js";

/** What one site holds, read at most once by each process, and names resolved in as few requests as possible. */
export interface Directory {
  readonly client: JiraClient;
  /** The account that asks; read at the first call. */
  readonly actingAccount: () => Promise<ActingAccount>;
  /** Every permission that the site knows, each with where it is held; read at the first call. */
  readonly permissions: () => Promise<ReadonlyMap<PermissionKey, "project" | "global">>;
  readonly schemes: Collection<SchemeId, PermissionScheme>;
  readonly roles: Collection<RoleId, ProjectRole>;
  readonly projects: Collection<ProjectId, Project>;
  /** The project of a key, also of one that it had before it was renamed. */
  readonly projectOfKey: DataLoader<string, Project | undefined>;
  /** The scheme of each project that was asked for or written. */
  readonly associations: DataLoader<ProjectId, SchemeId>;
  /** The account that an e-mail or accountId stands for. */
  readonly accounts: DataLoader<string, Account | undefined>;
  /** The group of a name. */
  readonly groups: DataLoader<string, Group | undefined>;
  /** The group of an id. */
  readonly groupsById: DataLoader<GroupId, Group | undefined>;
  /** The ids of all who are in a group; whoever writes a member changes the set too. */
  readonly members: DataLoader<GroupId, Set<AccountId>>;
  /** Has all that is known by id read anew; what names stand for stays known. */
  forget(): void;
}

/** A directory of the client's site; nothing is requested before it is asked for. */
export function createDirectory(client: JiraClient): Directory {
  const schemes = createCollection(() => listPermissionSchemes(client));
  const roles = createCollection(() => listProjectRoles(client));
  const projects = createCollection(() => listProjects(client));
  let actingAccount: Promise<ActingAccount> | undefined;
  let permissions: ReturnType<Directory["permissions"]> | undefined;
  const associations = new DataLoader((ids: readonly ProjectId[]) =>
    settleEach(ids, (id) => getAssignedPermissionScheme(client, id)),
  );
  const groupsById = new DataLoader((ids: readonly GroupId[]) => loadGroupsById(client, ids), {
    maxBatchSize: groupsPerRequest,
  });
  const searchAccount = createAccountSearch(client);
  const members = new DataLoader((ids: readonly GroupId[]) =>
    settleEach(ids, async (id) => toIds(await listGroupMembers(client, id))),
  );
  return {
    client,
    actingAccount() {
      actingAccount ??= getCurrentAccount(client);
      return actingAccount;
    },
    permissions() {
      permissions ??= listPermissions(client);
      return permissions;
    },
    schemes,
    roles,
    projects,
    associations,
    groupsById,
    members,
    projectOfKey: new DataLoader((keys) => settleEach(keys, (key) => loadProject(client, projects, key))),
    accounts: new DataLoader((names) => loadAccounts(client, searchAccount, names), {
      maxBatchSize: accountsPerRequest,
      batchScheduleFn: gather,
    }),
    groups: new DataLoader(createGroupSearch(client), {
      maxBatchSize: groupsPerRequest,
      batchScheduleFn: gather,
    }),
    forget() {
      for (const collection of [schemes, roles, projects]) collection.forget();
      for (const loader of [associations, groupsById, members]) loader.clearAll();
    },
  };
}

const gatherMs = 25;

/** Waits for names that other resources ask for at about the same time: the engine's calls do not come all at once. */
function gather(load: () => void): void {
  setTimeout(load, gatherMs);
}

/** The roles that can stand in a company-managed project: those of the whole site. */
export async function siteRoles(directory: Directory): Promise<readonly ProjectRole[]> {
  return [...(await directory.roles.all()).values()].filter((role) => role.scope === undefined);
}

async function loadProject(client: JiraClient, projects: Collection<ProjectId, Project>, key: string) {
  const listed = [...(await projects.all()).values()].find((project) => project.key === key);
  return listed ?? getProject(client, key);
}

async function loadAccounts(
  client: JiraClient,
  search: AccountSearch,
  names: readonly string[],
): Promise<(Account | undefined | Error)[]> {
  const ids = names.filter((name) => !isEmail(name));
  const byId = ids.length === 0 ? [] : await getAccounts(client, ids);
  return settleEach(names, async (name) =>
    isEmail(name) ? search(name) : byId.find((account) => account.id === name),
  );
}

async function loadGroupsById(client: JiraClient, ids: readonly GroupId[]): Promise<(Group | undefined)[]> {
  const groups = await getGroupsById(client, ids);
  return ids.map((id) => groups.find((group) => group.id === id));
}

function toIds(accounts: readonly Account[]): Set<AccountId> {
  return new Set(accounts.map(({ id }) => id));
}

async function settleEach<K, V>(keys: readonly K[], load: (key: K) => Promise<V>): Promise<(V | Error)[]> {
  const settled = await Promise.allSettled(keys.map(load));
  return settled.map((one) => (one.status === "fulfilled" ? one.value : (one.reason as Error)));
}
