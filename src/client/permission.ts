import { z } from "zod";
import type { PermissionKey } from "../model/grant.js";
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
