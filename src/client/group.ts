import { z } from "zod";
import type { Group } from "../model/group.js";
import type { GroupId } from "../model/ids.js";
import type { JiraClient } from "./create-client.js";
import { type Page, pageOf } from "./http/paginate.js";

/** A group as Jira writes it. */
export const wireGroup = z
  .object({ name: z.string(), groupId: z.string() })
  .transform(({ name, groupId }): Group => ({ id: groupId, name }));

const ignored = z.unknown().transform(() => undefined);

/** How many groups one request can name. */
export const groupsPerRequest = 50;

/** The groups that some names stand for, at most `groupsPerRequest`; unknown names are left out. Needs USER_PICKER. */
export async function getGroupsByName(client: JiraClient, names: readonly string[]): Promise<readonly Group[]> {
  return (await getGroups(client, { groupName: names })).values;
}

/** The groups that some ids stand for, at most `groupsPerRequest`; unknown ids are left out. Needs USER_PICKER. */
export async function getGroupsById(client: JiraClient, ids: readonly GroupId[]): Promise<readonly Group[]> {
  return (await getGroups(client, { groupId: ids })).values;
}

/** Fifty of the groups that the site has, in its own order. Needs USER_PICKER. */
export async function listGroupPage(
  client: JiraClient,
  startAt: number,
): Promise<{ readonly groups: readonly Group[]; readonly isLast: boolean }> {
  const { values, isLast } = await getGroups(client, { startAt });
  return { groups: values, isLast: isLast ?? values.length < groupsPerRequest };
}

/** Creates a group without members. Needs site administration and `manage:jira-configuration`. */
export function createGroup(client: JiraClient, name: string): Promise<Group> {
  return client.call("createGroup", { body: { name } }, wireGroup);
}

/** Deletes a group, with all that it was granted. Needs site administration and `manage:jira-configuration`. */
export function deleteGroup(client: JiraClient, id: GroupId): Promise<void> {
  return client.call("removeGroup", { query: { groupId: id } }, ignored);
}

function getGroups(
  client: JiraClient,
  which: Readonly<Record<string, readonly string[] | number>>,
): Promise<Page<Group>> {
  return client.call("bulkGetGroups", { query: { ...which, maxResults: groupsPerRequest } }, pageOf(wireGroup));
}
