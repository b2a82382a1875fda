import { getAccountInGroups, listAccounts } from "../client/account.js";
import type { JiraClient } from "../client/create-client.js";
import type { Directory } from "../client/directory.js";
import type { Group } from "../model/group.js";
import type { AccountId, GroupId } from "../model/ids.js";
import type { AccountAccess } from "../model/site-access.js";

/** Accounts with their groups, and what those groups are called. */
export interface ObservedAccounts {
  readonly byId: ReadonlyMap<AccountId, AccountAccess>;
  readonly groups: readonly Group[];
}

/** Reads some accounts with every group that they are in: one request each. */
export async function observeAccounts(client: JiraClient, ids: readonly AccountId[]): Promise<ObservedAccounts> {
  const read = await Promise.all([...new Set(ids)].map((id) => getAccountInGroups(client, id)));
  const found = read.flatMap((one) => one ?? []);
  return {
    byId: new Map(found.map(({ account, groups }) => [account.id, { ...account, groups: toIds(groups) }])),
    groups: found.flatMap(({ groups }) => groups),
  };
}

/** Reads every account, and who is in the given groups; whether anybody is in others is not known. */
export async function observeEveryAccount(
  { client, members }: Directory,
  groups: readonly Group[],
): Promise<ObservedAccounts> {
  const [accounts, memberships] = await Promise.all([
    listAccounts(client),
    Promise.all([...toIds(groups)].map(async (id) => [id, await members.load(id)] as const)),
  ]);
  const groupsOf = new Map(accounts.map(({ id }) => [id, new Set<GroupId>()]));
  for (const [group, ids] of memberships) for (const id of ids) groupsOf.get(id)?.add(group);
  return {
    byId: new Map(
      accounts.map((account) => [account.id, { ...account, groups: groupsOf.get(account.id) ?? new Set() }]),
    ),
    groups,
  };
}

function toIds(groups: readonly Group[]): ReadonlySet<GroupId> {
  return new Set(groups.map(({ id }) => id));
}
