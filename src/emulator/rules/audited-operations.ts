import type { OperationName } from "../../catalogue/operation-fact.js";

/** What the audit log says of a change, and the kind of thing that is changed. */
interface AuditedChange {
  readonly summary: string;
  readonly category: string;
  readonly type: string;
}

const user = { category: "user management", type: "USER" };
const group = { category: "group management", type: "GROUP" };
const scheme = { category: "permissions", type: "SCHEME" };
const project = { category: "projects", type: "PROJECT" };
const role = { category: "projects", type: "PROJECT_ROLE" };

/** The operations that the audit log tells of; what is done to issues is not in it. */
export const auditedOperations: Partial<Record<OperationName, AuditedChange>> = {
  createUser: { ...user, summary: "User created" },
  removeUser: { ...user, summary: "User deleted" },
  createGroup: { ...group, summary: "Group created" },
  removeGroup: { ...group, summary: "Group deleted" },
  addUserToGroup: { ...group, summary: "User added to group" },
  removeUserFromGroup: { ...group, summary: "User removed from group" },
  createPermissionScheme: { ...scheme, summary: "Permission scheme created" },
  updatePermissionScheme: { ...scheme, summary: "Permission scheme updated" },
  deletePermissionScheme: { ...scheme, summary: "Permission scheme deleted" },
  createPermissionGrant: { ...scheme, summary: "Permission added to scheme" },
  deletePermissionSchemeEntity: { ...scheme, summary: "Permission removed from scheme" },
  assignPermissionScheme: { ...scheme, type: "PROJECT", summary: "Permission scheme added to project" },
  updateProject: { ...project, summary: "Project updated" },
  deleteProject: { ...project, summary: "Project deleted" },
  archiveProject: { ...project, summary: "Project archived" },
  restore: { ...project, summary: "Project restored" },
  createProjectRole: { ...role, summary: "Project role created" },
  partialUpdateProjectRole: { ...role, summary: "Project role updated" },
  fullyUpdateProjectRole: { ...role, summary: "Project role updated" },
  deleteProjectRole: { ...role, summary: "Project role deleted" },
  addActorUsers: { ...role, summary: "Project roles changed" },
  setActors: { ...role, summary: "Project roles changed" },
  deleteActor: { ...role, summary: "Project roles changed" },
  addProjectRoleActorsToRole: { ...role, summary: "Default project roles changed" },
  deleteProjectRoleActorsFromRole: { ...role, summary: "Default project roles changed" },
};
