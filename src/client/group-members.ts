import { z } from "zod";
import type { Account } from "../model/account.js";
import type { AccountId, GroupId } from "../model/ids.js";
import { wireAccount } from "./account.js";
import type { JiraClient } from "./create-client.js";
import { type Page, pageOf, readAllPages } from "./http/paginate.js";

const page = pageOf(wireAccount);
const pageSize = 50;
const ignored = z.unknown().transform(() => undefined);

/** Every member of a group, deactivated ones too. Needs USER_PICKER or ADMINISTER, and `manage:jira-configuration`. */
export function listGroupMembers(client: JiraClient, group: GroupId): Promise<readonly Account[]> {
  const given = { groupId: group, includeInactiveUsers: "true", maxResults: pageSize };
  return readAllPages((startAt) => client.call("getUsersFromGroup", { query: { ...given, startAt } }, page));
}

/** The first members of a group, with how many there are. Needs what the whole list needs. */
export function listFirstGroupMembers(client: JiraClient, group: GroupId): Promise<Page<Account>> {
  const query = { groupId: group, includeInactiveUsers: "true", maxResults: pageSize };
  return client.call("getUsersFromGroup", { query }, page);
}

/**
 * Adds an account to a group; Jira refuses one that is in it. Needs site administration and
 * `manage:jira-configuration`.
 */
export function addGroupMember(client: JiraClient, group: GroupId, account: AccountId): Promise<void> {
  return client.call("addUserToGroup", { query: { groupId: group }, body: { accountId: account } }, ignored);
}

/**
 * Removes an account from a group; Jira refuses one that is not in it. Needs site administration and
 * `manage:jira-configuration`.
 */
export function removeGroupMember(client: JiraClient, group: GroupId, account: AccountId): Promise<void> {
  return client.call("removeUserFromGroup", { query: { groupId: group, accountId: account } }, ignored);
}
