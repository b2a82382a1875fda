import { z } from "zod";
import type { PermissionKey } from "../model/grant.js";
import type { HeldPermissions } from "../model/held-permissions.js";
import type { AccountId, ProjectId } from "../model/ids.js";
import type { JiraClient } from "./create-client.js";

const wirePermission = z.object({ type: z.string() });

/** Every permission that the site knows, those of its apps too, each with where it is held. */
export async function listPermissions(client: JiraClient): Promise<ReadonlyMap<PermissionKey, "project" | "global">> {
  const answer = z.object({ permissions: z.record(z.string(), wirePermission) });
  const { permissions } = await client.call("getAllPermissions", {}, answer);
  return new Map(Object.entries(permissions).map(([key, { type }]) => [key, type === "GLOBAL" ? "global" : "project"]));
}

/** Permissions by where they are held: project by project, or on the whole site. */
export interface LevelledPermissions {
  readonly inProjects: readonly PermissionKey[];
  readonly global: readonly PermissionKey[];
}

/** What the site knows, by where it is held. */
export function byLevel(known: ReadonlyMap<PermissionKey, "project" | "global">): LevelledPermissions {
  const keysAt = (wanted: string) => [...known].flatMap(([key, level]) => (level === wanted ? [key] : []));
  return { inProjects: keysAt("project"), global: keysAt("global") };
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

/** Which permissions to ask about, of whom, and where. */
export interface PermissionQuestion {
  /** The acting account unless given; for any other the acting account needs ADMINISTER. */
  readonly account?: AccountId;
  readonly global?: readonly PermissionKey[];
  readonly inProjects?: readonly PermissionKey[];
  readonly projects?: readonly ProjectId[];
}

const wireHeld = z.object({
  globalPermissions: z.array(z.string()).nullish(),
  projectPermissions: z.array(z.object({ permission: z.string(), projects: z.array(z.number()).nullish() })).nullish(),
});

/**
 * Which of some permissions an account holds, whatever gives them; in one request for each thousand of projects. Needs
 * `read:jira-work`.
 */
export async function checkPermissions(client: JiraClient, question: PermissionQuestion): Promise<HeldPermissions> {
  const { account, global = [], inProjects = [], projects = [] } = question;
  const held = { global: new Set<PermissionKey>(), inProjects: new Map<PermissionKey, Set<ProjectId>>() };
  for (let start = 0; start === 0 || start < projects.length; start += checkedPerRequest) {
    const asked = projects.slice(start, start + checkedPerRequest).map(Number);
    const body = {
      ...(account === undefined ? {} : { accountId: account }),
      ...(start === 0 && global.length > 0 ? { globalPermissions: global } : {}),
      ...(asked.length > 0 ? { projectPermissions: [{ permissions: inProjects, projects: asked }] } : {}),
    };
    const { globalPermissions, projectPermissions } = await client.call("getBulkPermissions", { body }, wireHeld);
    for (const key of globalPermissions ?? []) held.global.add(key);
    for (const { permission, projects: ids } of projectPermissions ?? []) {
      const known = held.inProjects.get(permission) ?? new Set();
      held.inProjects.set(permission, new Set([...known, ...(ids ?? []).map(String)]));
    }
  }
  return held;
}
