import { z } from "zod";
import type { AccountId, GroupId, ProjectId, RoleId } from "../model/ids.js";
import type { RoleActors } from "../model/role-actors.js";
import type { JiraClient } from "./create-client.js";

const wireActors = z.object({
  actors: z
    .array(
      z.object({
        displayName: z.string().default(""),
        actorUser: z.object({ accountId: z.string() }).optional(),
        actorGroup: z.object({ name: z.string(), groupId: z.string() }).optional(),
      }),
    )
    .default([]),
});

/** One account or group that holds a role. */
export type Actor = { readonly user: AccountId } | { readonly groupId: GroupId };

/** The actors of a role as Jira writes them, in a project or by default. */
export const actorsAnswer = wireActors.transform(
  ({ actors }): RoleActors => ({
    users: actors.flatMap(({ actorUser, displayName }) =>
      actorUser === undefined ? [] : [{ id: actorUser.accountId, name: displayName }],
    ),
    groups: actors.flatMap(({ actorGroup }) =>
      actorGroup === undefined ? [] : [{ id: actorGroup.groupId, name: actorGroup.name }],
    ),
  }),
);

/** Who holds a role in a project. Needs ADMINISTER_PROJECTS in it, or ADMINISTER. */
export function getRoleActors(client: JiraClient, project: ProjectId, role: RoleId): Promise<RoleActors> {
  return client.call("getProjectRole", { path: { projectIdOrKey: project, id: role } }, actorsAnswer);
}

/** Makes the given people and groups all who hold a role in a project. Needs ADMINISTER_PROJECTS in it. */
export function setRoleActors(
  client: JiraClient,
  project: ProjectId,
  role: RoleId,
  actors: { readonly users: readonly AccountId[]; readonly groups: readonly GroupId[] },
): Promise<RoleActors> {
  const categorisedActors = {
    "atlassian-user-role-actor": actors.users,
    "atlassian-group-role-actor-id": actors.groups,
  };
  const given = { path: { projectIdOrKey: project, id: role }, body: { categorisedActors } };
  return client.call("setActors", given, actorsAnswer);
}

/**
 * Has one account or group hold a role in a project; Jira refuses one that does already. Needs ADMINISTER_PROJECTS in
 * it and, unlike the other operations on actors, `manage:jira-configuration`.
 */
export async function addRoleActor(client: JiraClient, project: ProjectId, role: RoleId, actor: Actor): Promise<void> {
  const body = "user" in actor ? { user: [actor.user] } : { groupId: [actor.groupId] };
  await client.call("addActorUsers", { path: { projectIdOrKey: project, id: role }, body }, actorsAnswer);
}

/** Takes a role in a project from one account or group. Needs ADMINISTER_PROJECTS in it, and `manage:jira-project`. */
export function removeRoleActor(client: JiraClient, project: ProjectId, role: RoleId, actor: Actor): Promise<void> {
  return client.call("deleteActor", { path: { projectIdOrKey: project, id: role }, query: { ...actor } }, z.void());
}
