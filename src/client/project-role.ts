import { z } from "zod";
import type { RoleId } from "../model/ids.js";
import type { ProjectRole } from "../model/project-role.js";
import type { JiraClient } from "./create-client.js";

const wireRole = z
  .object({
    id: z.number().transform(String),
    name: z.string(),
    description: z.string().default(""),
    scope: z.object({ project: z.object({ id: z.string() }).optional() }).optional(),
  })
  .transform(
    ({ scope, ...role }): ProjectRole => (scope?.project === undefined ? role : { ...role, scope: scope.project.id }),
  );

/** A role's name and description, as they are written together. */
export interface RoleWrite {
  readonly name: string;
  readonly description: string;
}

/** Every project role of the site, those of team-managed projects too. Needs ADMINISTER. */
export function listProjectRoles(client: JiraClient): Promise<readonly ProjectRole[]> {
  return client.call("getAllProjectRoles", {}, z.array(wireRole));
}

/** Creates a role that every company-managed project then has. Needs ADMINISTER. */
export function createProjectRole(client: JiraClient, write: RoleWrite): Promise<ProjectRole> {
  return client.call("createProjectRole", { body: write }, wireRole);
}

/** Renames and describes a role. Needs ADMINISTER. */
export function updateProjectRole(client: JiraClient, id: RoleId, write: RoleWrite): Promise<ProjectRole> {
  return client.call("fullyUpdateProjectRole", { path: { id }, body: write }, wireRole);
}

/**
 * Deletes a role. Needs ADMINISTER.
 * @param swapWith the role that takes its place wherever it is used; without it Jira refuses while it is in use.
 */
export function deleteProjectRole(client: JiraClient, id: RoleId, swapWith?: RoleId): Promise<void> {
  const query = swapWith === undefined ? {} : { swap: swapWith };
  return client.call("deleteProjectRole", { path: { id }, query }, z.void());
}
