import { z } from "zod";
import type { Group } from "../model/group.js";
import type { JiraClient } from "./create-client.js";
import { pageOf } from "./paginate.js";

const wireGroup = z
  .object({ name: z.string(), groupId: z.string() })
  .transform(({ name, groupId }): Group => ({ id: groupId, name }));

/** How many groups one request can name. */
export const groupsPerRequest = 50;

/** The groups that some names stand for, at most `groupsPerRequest`; unknown names are left out. Needs USER_PICKER. */
export async function getGroupsByName(client: JiraClient, names: readonly string[]): Promise<readonly Group[]> {
  const query = { groupName: names, maxResults: groupsPerRequest };
  return (await client.call("bulkGetGroups", { query }, pageOf(wireGroup))).values;
}
