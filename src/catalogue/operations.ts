/** A method and path of Jira's REST API, and what calling it takes. */
export interface Operation {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  /** The classic scope that a scoped token needs. */
  readonly scope: string;
  /** The permission that the calling account needs, in words. */
  readonly permission: string;
  /** Whether a POST only asks, so that it may be sent again; a GET, PUT or DELETE always may. */
  readonly repeatable?: true;
}

const administer = "the global permission ADMINISTER";
const administerProject = "ADMINISTER_PROJECTS in the project, or the global permission ADMINISTER";
const browseUsers = "the global permission USER_PICKER";
const administerSite = "site administration (membership of the group site-admins)";
const administerOrganisation = "the global permission ADMINISTER and administration of the organisation";
const access = "access to Jira";

const work = { scope: "read:jira-work", permission: access };
const configuration = { scope: "manage:jira-configuration", permission: administer };
const siteAdministration = { scope: "manage:jira-configuration", permission: administerSite };
const project = { scope: "manage:jira-project", permission: administerProject };

/**
 * The operations that this project calls, by Atlassian's operation ids.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/
 */
export const operations = {
  getCurrentUser: { method: "GET", path: "/rest/api/3/myself", scope: "read:jira-user", permission: access },
  getMyPermissions: { method: "GET", path: "/rest/api/3/mypermissions", ...work },
  getBulkPermissions: { method: "POST", path: "/rest/api/3/permissions/check", ...work, repeatable: true },
  getAllPermissions: { method: "GET", path: "/rest/api/3/permissions", ...configuration, permission: access },
  getProject: { method: "GET", path: "/rest/api/3/project/{projectIdOrKey}", ...work },
  searchProjects: { method: "GET", path: "/rest/api/3/project/search", ...work },
  getAllPermissionSchemes: { method: "GET", path: "/rest/api/3/permissionscheme", ...work },
  createPermissionScheme: { method: "POST", path: "/rest/api/3/permissionscheme", ...configuration },
  updatePermissionScheme: { method: "PUT", path: "/rest/api/3/permissionscheme/{schemeId}", ...configuration },
  deletePermissionScheme: { method: "DELETE", path: "/rest/api/3/permissionscheme/{schemeId}", ...configuration },
  createPermissionGrant: {
    method: "POST",
    path: "/rest/api/3/permissionscheme/{schemeId}/permission",
    ...configuration,
  },
  deletePermissionSchemeEntity: {
    method: "DELETE",
    path: "/rest/api/3/permissionscheme/{schemeId}/permission/{permissionId}",
    ...configuration,
  },
  getAssignedPermissionScheme: {
    method: "GET",
    path: "/rest/api/3/project/{projectKeyOrId}/permissionscheme",
    scope: "read:jira-work",
    permission: administerProject,
  },
  assignPermissionScheme: {
    method: "PUT",
    path: "/rest/api/3/project/{projectKeyOrId}/permissionscheme",
    scope: "manage:jira-project",
    permission: administer,
  },
  getAllProjectRoles: { method: "GET", path: "/rest/api/3/role", ...configuration },
  createProjectRole: { method: "POST", path: "/rest/api/3/role", ...configuration },
  fullyUpdateProjectRole: { method: "PUT", path: "/rest/api/3/role/{id}", ...configuration },
  deleteProjectRole: { method: "DELETE", path: "/rest/api/3/role/{id}", ...configuration },
  getProjectRole: {
    method: "GET",
    path: "/rest/api/3/project/{projectIdOrKey}/role/{id}",
    scope: "read:jira-work",
    permission: administerProject,
  },
  setActors: { method: "PUT", path: "/rest/api/3/project/{projectIdOrKey}/role/{id}", ...project },
  addActorUsers: {
    method: "POST",
    path: "/rest/api/3/project/{projectIdOrKey}/role/{id}",
    ...configuration,
    permission: administerProject,
  },
  deleteActor: { method: "DELETE", path: "/rest/api/3/project/{projectIdOrKey}/role/{id}", ...project },
  getProjectRoleActorsForRole: { method: "GET", path: "/rest/api/3/role/{id}/actors", ...configuration },
  addProjectRoleActorsToRole: { method: "POST", path: "/rest/api/3/role/{id}/actors", ...configuration },
  deleteProjectRoleActorsFromRole: { method: "DELETE", path: "/rest/api/3/role/{id}/actors", ...configuration },
  findUsers: { method: "GET", path: "/rest/api/3/user/search", scope: "read:jira-user", permission: browseUsers },
  bulkGetUsers: { method: "GET", path: "/rest/api/3/user/bulk", scope: "read:jira-user", permission: access },
  createUser: { method: "POST", path: "/rest/api/3/user", ...configuration, permission: administerOrganisation },
  removeUser: { method: "DELETE", path: "/rest/api/3/user", ...siteAdministration },
  bulkGetGroups: { method: "GET", path: "/rest/api/3/group/bulk", scope: "read:jira-user", permission: browseUsers },
  createGroup: { method: "POST", path: "/rest/api/3/group", ...siteAdministration },
  removeGroup: { method: "DELETE", path: "/rest/api/3/group", ...siteAdministration },
  getUsersFromGroup: {
    method: "GET",
    path: "/rest/api/3/group/member",
    scope: "manage:jira-configuration",
    permission: "the global permission USER_PICKER or ADMINISTER",
  },
  addUserToGroup: { method: "POST", path: "/rest/api/3/group/user", ...siteAdministration },
  removeUserFromGroup: { method: "DELETE", path: "/rest/api/3/group/user", ...siteAdministration },
} as const satisfies Record<string, Operation>;

/** Atlassian's id of an operation that this project calls. */
export type OperationId = keyof typeof operations;
