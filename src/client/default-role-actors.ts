import type { AccountId, GroupId, RoleId } from "../model/ids.js";
import type { RoleActors } from "../model/role-actors.js";
import type { JiraClient } from "./create-client.js";
import { type Actor, actorsAnswer } from "./project-role-actors.js";

/** Who gets a role in every project that is created from now on. Needs ADMINISTER and `manage:jira-configuration`. */
export function getDefaultActors(client: JiraClient, role: RoleId): Promise<RoleActors> {
  return client.call("getProjectRoleActorsForRole", { path: { id: role } }, actorsAnswer);
}

/**
 * Adds accounts or groups to the default actors of a role; Jira takes no request with both, and refuses those that are
 * there already. Gives who is there then. Needs ADMINISTER and `manage:jira-configuration`.
 */
export function addDefaultActors(
  client: JiraClient,
  role: RoleId,
  added: { readonly user: readonly AccountId[] } | { readonly groupId: readonly GroupId[] },
): Promise<RoleActors> {
  return client.call("addProjectRoleActorsToRole", { path: { id: role }, body: added }, actorsAnswer);
}

/**
 * Removes one account or group from the default actors and gives those that are left. Needs ADMINISTER and
 * `manage:jira-configuration`.
 */
export function removeDefaultActor(client: JiraClient, role: RoleId, actor: Actor): Promise<RoleActors> {
  return client.call("deleteProjectRoleActorsFromRole", { path: { id: role }, query: { ...actor } }, actorsAnswer);
}
