import { operationFacts } from "./operation-fact.js";

/** A method and path of one of Atlassian's REST APIs, and what calling it takes. */
export interface Operation {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  /** The classic scope that a scoped token needs. */
  readonly scope: string;
  /** The permission that the calling account needs, in words. */
  readonly permission: string;
  /** Whether a POST only asks, so that it may be sent again; a GET, PUT or DELETE always may. */
  readonly repeatable?: true;
  /** Whose API it belongs to; the site's unless told. */
  readonly api?: "organisation";
}

const administer = "the global permission ADMINISTER";
const administerProject = "ADMINISTER_PROJECTS in the project, or the global permission ADMINISTER";
const browseUsers = "the global permission USER_PICKER";
const administerSite = "site administration (membership of the group site-admins)";
const administerOrganisation = "the global permission ADMINISTER and administration of the organisation";
const access = "access to Jira";

const permissionsInWords = {
  getCurrentUser: access,
  getMyPermissions: access,
  getBulkPermissions: access,
  getAllPermissions: access,
  getLicense: access,
  getAuditRecords: "the global permission ADMINISTER, and a paid plan",
  getProject: access,
  searchProjects: access,
  getAllPermissionSchemes: access,
  createPermissionScheme: administer,
  updatePermissionScheme: administer,
  deletePermissionScheme: administer,
  createPermissionGrant: administer,
  deletePermissionSchemeEntity: administer,
  getAssignedPermissionScheme: administerProject,
  assignPermissionScheme: administer,
  getAllProjectRoles: administer,
  createProjectRole: administer,
  fullyUpdateProjectRole: administer,
  deleteProjectRole: administer,
  getProjectRole: administerProject,
  setActors: administerProject,
  addActorUsers: administerProject,
  deleteActor: administerProject,
  getProjectRoleActorsForRole: administer,
  addProjectRoleActorsToRole: administer,
  deleteProjectRoleActorsFromRole: administer,
  getAllApplicationRoles: administer,
  getSecurityLevels: administer,
  getSecurityLevelMembers: administer,
  searchProjectsUsingSecuritySchemes: administer,
  findUsers: browseUsers,
  getUser: browseUsers,
  getAllUsers: browseUsers,
  bulkGetUsers: access,
  createUser: administerOrganisation,
  removeUser: administerSite,
  bulkGetGroups: browseUsers,
  createGroup: administerSite,
  removeGroup: administerSite,
  getUsersFromGroup: "the global permission USER_PICKER or ADMINISTER",
  addUserToGroup: administerSite,
  removeUserFromGroup: administerSite,
} as const;

const repeatable: readonly OperationId[] = ["getBulkPermissions"];

/** Atlassian's id of an operation that this project calls. */
export type OperationId = keyof typeof permissionsInWords;

/** The operations that this project calls, by Atlassian's operation ids. */
export const operations = Object.fromEntries(
  Object.keys(permissionsInWords).map((id) => [id, describe(id as OperationId)]),
) as Readonly<Record<OperationId, Operation>>;

function describe(id: OperationId): Operation {
  const { method, path, classic: [scope = ""] = [] } = operationFacts[id];
  const permission = permissionsInWords[id];
  return { method, path, scope, permission, ...(repeatable.includes(id) && { repeatable: true }) };
}
