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

const answer = wireActors.transform(
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
  return client.call("getProjectRole", { path: { projectIdOrKey: project, id: role } }, answer);
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
  return client.call("setActors", { path: { projectIdOrKey: project, id: role }, body: { categorisedActors } }, answer);
}
