import { type Actor, addRoleActor, getRoleActors, removeRoleActor } from "../../client/project-role-actors.js";
import type { ProjectId, RoleId } from "../../model/ids.js";
import { checkedBy } from "../inputs/read-inputs.js";
import { defineEntry } from "../lists/define-entry.js";
import { actorKey, actorListKey } from "../lists/entry-keys.js";
import { isRoleOfStack } from "../lists/made-by-stack.js";
import { resolveAccount, resolveGroup, resolveProject, resolveRole } from "../resolve.js";

interface Inputs {
  readonly project: string;
  readonly role: string;
  /** Present where `group` is absent. */
  readonly user?: string;
  readonly group?: string;
}

interface Target {
  readonly projectId: ProjectId;
  readonly roleId: RoleId;
  readonly actor: Actor;
}

/** Handles `ProjectRoleActor`: one account or one group that holds a role in a project. */
export const projectRoleActor = defineEntry<Inputs, Target>({
  check: checkedBy((input) => ({
    project: input.text("project"),
    role: input.text("role"),
    ...input.oneOf("user", "group"),
  })),

  async resolve({ directory }, { project, role, user, group }) {
    const [projectId, roleId, actor] = await Promise.all([
      resolveProject(directory, project),
      resolveRole(directory, role),
      user === undefined
        ? resolveGroup(directory, group ?? "").then((groupId) => ({ groupId }))
        : resolveAccount(directory, user).then((id) => ({ user: id })),
    ]);
    return { projectId, roleId, actor };
  },

  key: ({ projectId, roleId, actor }) => actorKey(projectId, roleId, actor),

  isOfStack: async (session, { roleId, actor }) =>
    ("groupId" in actor && session.ownGroups.has(actor.groupId)) || isRoleOfStack(session, roleId),

  listKey: ({ projectId, roleId }) => actorListKey(projectId, roleId),

  async isThere({ client, directory }, { projectId, roleId, actor }) {
    if (!(await directory.projects.all()).has(projectId) || !(await directory.roles.all()).has(roleId)) return false;
    const { users, groups } = await getRoleActors(client, projectId, roleId);
    return "user" in actor ? users.some(({ id }) => id === actor.user) : groups.some(({ id }) => id === actor.groupId);
  },

  // Actors are never kept, so each look is a new one.
  forget: () => {},

  add: ({ client }, { projectId, roleId, actor }) => addRoleActor(client, projectId, roleId, actor),

  remove: ({ client }, { projectId, roleId, actor }) => removeRoleActor(client, projectId, roleId, actor),
});
