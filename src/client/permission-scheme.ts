import { z } from "zod";
import type { Grant } from "../model/grant.js";
import type { SchemeId } from "../model/ids.js";
import type { PermissionScheme, SiteGrant } from "../model/permission-scheme.js";
import type { JiraClient } from "./create-client.js";
import { holderExpand, readHolder, wireHolder } from "./holder.js";

/** A grant whose holder's name has been resolved to the id that Jira wants. */
export interface ResolvedGrant extends Grant {
  readonly holderId?: string;
}

/** What a write of a scheme says; absent `grants` are kept, an empty list clears them. */
export interface SchemeWrite {
  readonly name: string;
  readonly description: string;
  readonly grants?: readonly ResolvedGrant[];
}

const idText = z.union([z.number(), z.string()]).transform(String);

const wireGrant = z.object({ id: idText, permission: z.string(), holder: wireHolder });

const wireScheme = z
  .object({
    id: idText,
    name: z.string(),
    description: z.string().default(""),
    permissions: z.array(wireGrant).default([]),
  })
  .transform(({ permissions, ...scheme }): PermissionScheme => ({ ...scheme, grants: permissions.flatMap(readGrant) }));

const expandAll = { expand: `permissions,${holderExpand}` };

/** Every permission scheme of the site with all its grants, in one request. Needs `read:jira-work`. */
export async function listPermissionSchemes(client: JiraClient): Promise<readonly PermissionScheme[]> {
  const answer = z.object({ permissionSchemes: z.array(wireScheme) });
  return (await client.call("getAllPermissionSchemes", { query: expandAll }, answer)).permissionSchemes;
}

/** Creates a scheme. Jira adds default grants of its own to it. Needs ADMINISTER and `manage:jira-configuration`. */
export function createPermissionScheme(client: JiraClient, write: SchemeWrite): Promise<PermissionScheme> {
  return client.call("createPermissionScheme", { query: expandAll, body: toBody(write) }, wireScheme);
}

/** Writes a scheme and answers with what it holds now. Needs ADMINISTER and `manage:jira-configuration`. */
export function updatePermissionScheme(
  client: JiraClient,
  id: SchemeId,
  write: SchemeWrite,
): Promise<PermissionScheme> {
  const given = { path: { schemeId: id }, query: expandAll, body: toBody(write) };
  return client.call("updatePermissionScheme", given, wireScheme);
}

/** Deletes a scheme. Needs ADMINISTER and `manage:jira-configuration`. */
export function deletePermissionScheme(client: JiraClient, id: SchemeId): Promise<void> {
  return client.call("deletePermissionScheme", { path: { schemeId: id } }, z.void());
}

/** Adds one grant to a scheme. Needs ADMINISTER and `manage:jira-configuration`. */
export async function createPermissionGrant(
  client: JiraClient,
  id: SchemeId,
  grant: ResolvedGrant,
): Promise<readonly SiteGrant[]> {
  const given = { path: { schemeId: id }, query: expandAll, body: toWireGrant(grant) };
  return readGrant(await client.call("createPermissionGrant", given, wireGrant));
}

/** Removes one grant from a scheme. Needs ADMINISTER and `manage:jira-configuration`. */
export function deletePermissionGrant(client: JiraClient, id: SchemeId, grant: SiteGrant): Promise<void> {
  const path = { schemeId: id, permissionId: grant.id };
  return client.call("deletePermissionSchemeEntity", { path }, z.void());
}

/** The id of the scheme that a project uses. Needs ADMINISTER_PROJECTS in it, and `read:jira-work`. */
export async function getAssignedPermissionScheme(client: JiraClient, project: string): Promise<SchemeId> {
  const path = { projectKeyOrId: project };
  return (await client.call("getAssignedPermissionScheme", { path }, z.object({ id: idText }))).id;
}

/** The scheme that a project uses, with all its grants. Needs ADMINISTER_PROJECTS in it, and `read:jira-work`. */
export function getProjectScheme(client: JiraClient, project: string): Promise<PermissionScheme> {
  const given = { path: { projectKeyOrId: project }, query: expandAll };
  return client.call("getAssignedPermissionScheme", given, wireScheme);
}

/** Makes a project use a scheme. Needs ADMINISTER and `manage:jira-project`. */
export async function assignPermissionScheme(client: JiraClient, project: string, scheme: SchemeId): Promise<void> {
  const given = { path: { projectKeyOrId: project }, body: { id: Number(scheme) } };
  await client.call("assignPermissionScheme", given, z.object({ id: idText }));
}

function readGrant({ id, permission, holder }: z.infer<typeof wireGrant>): SiteGrant[] {
  return readHolder(holder).map((read) => ({ id, permission, ...read }));
}

function toBody({ name, description, grants }: SchemeWrite): object {
  return { name, description, ...(grants === undefined ? {} : { permissions: grants.map(toWireGrant) }) };
}

function toWireGrant({ permission, holder, holderId }: ResolvedGrant): object {
  const id = holderId ?? holder.name;
  const parameter = id === undefined ? {} : holder.type === "group" ? { value: id } : { parameter: id };
  return { permission, holder: { type: holder.type, ...parameter } };
}
