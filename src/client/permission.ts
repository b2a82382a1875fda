import { z } from "zod";
import type { PermissionKey } from "../model/grant.js";
import type { ProjectId } from "../model/ids.js";
import type { JiraClient } from "./create-client.js";

/** The keys of every permission that the site knows, those of its apps too. */
export async function listPermissionKeys(client: JiraClient): Promise<ReadonlySet<PermissionKey>> {
  const answer = z.object({ permissions: z.record(z.string(), z.unknown()) });
  return new Set(Object.keys((await client.call("getAllPermissions", {}, answer)).permissions));
}

/** Which of some permissions the acting account holds anywhere. Needs `read:jira-work`. */
export async function getMyPermissions(
  client: JiraClient,
  keys: readonly PermissionKey[],
): Promise<ReadonlySet<PermissionKey>> {
  const answer = z.object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) });
  const { permissions } = await client.call("getMyPermissions", { query: { permissions: keys.join(",") } }, answer);
  return new Set(keys.filter((key) => permissions[key]?.havePermission));
}

const checkedPerRequest = 1000;

/** In which of some projects the acting account holds a permission, whatever gives it. Needs `read:jira-work`. */
export async function checkOwnPermission(
  client: JiraClient,
  permission: PermissionKey,
  projects: readonly ProjectId[],
): Promise<ReadonlySet<ProjectId>> {
  const answer = z.object({ projectPermissions: z.array(z.object({ projects: z.array(z.number()) })) });
  const held = new Set<ProjectId>();
  for (let start = 0; start < projects.length; start += checkedPerRequest) {
    const asked = projects.slice(start, start + checkedPerRequest).map(Number);
    const body = { projectPermissions: [{ permissions: [permission], projects: asked }] };
    const { projectPermissions } = await client.call("getBulkPermissions", { body }, answer);
    for (const id of projectPermissions.flatMap(({ projects }) => projects)) held.add(`${id}`);
  }
  return held;
}
