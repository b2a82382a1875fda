/** The scopes that open an operation to a token: the classic one, or else all of the granular ones together. */
export interface OperationScopes {
  readonly classic: string;
  readonly granular: readonly string[];
}

const schemeParts = read(
  "application-role",
  "field",
  "group",
  "permission-scheme",
  "permission",
  "project-role",
  "user",
  "avatar",
  "project-category",
  "project",
);
const projectParts = read(
  "issue-type",
  "project",
  "project.property",
  "user",
  "application-role",
  "avatar",
  "group",
  "issue-type-hierarchy",
  "project-category",
  "project-version",
  "project.component",
);
const roleParts = read("user", "group", "project-role", "project", "avatar", "project-category");
const commentParts = read("comment", "comment.property", "group", "project", "project-role", "user", "avatar");
const worklogParts = read("group", "issue-worklog", "issue-worklog.property", "project-role", "user", "avatar");
const grantParts = read("application-role", "field", "group", "permission", "project-role", "user");
const accountParts = read("application-role", "group", "user", "avatar");

/** What each operation needs of a token that is limited to scopes; undefined where any token will do. */
export const operationScopes = {
  getServerInfo: undefined,
  getCurrentUser: needs("read:jira-user", ...accountParts),
  findUsers: needs("read:jira-user", ...accountParts, "read:user.property"),
  bulkGetUsers: needs("read:jira-user", ...accountParts),
  getUserGroups: needs("read:jira-user", "read:group"),
  getUser: needs("read:jira-user", ...accountParts),
  getAllUsers: needs("read:jira-user", ...accountParts),
  createUser: needs("manage:jira-configuration", "write:user"),
  removeUser: needs("manage:jira-configuration", "write:user"),
  findUsersWithAllPermissions: needs("read:jira-user", ...accountParts, "read:issue", "read:project"),
  bulkGetGroups: needs("read:jira-user", "read:group"),
  createGroup: needs("manage:jira-configuration", "read:group", "read:user", "write:group", "read:avatar"),
  removeGroup: needs("manage:jira-configuration", "delete:group"),
  getUsersFromGroup: needs("manage:jira-configuration", "read:group", "read:user", "read:avatar"),
  addUserToGroup: needs("manage:jira-configuration", "write:group", "read:avatar", "read:group", "read:user"),
  removeUserFromGroup: needs("manage:jira-configuration", "write:group"),
  getAllPermissions: needs("manage:jira-configuration", "read:permission"),
  getMyPermissions: needs("read:jira-work", "read:permission"),
  getBulkPermissions: needs("read:jira-work", "read:permission"),
  getAllPermissionSchemes: needs("read:jira-work", ...schemeParts),
  getPermissionScheme: needs("read:jira-work", ...schemeParts),
  createPermissionScheme: needs("manage:jira-configuration", ...schemeParts, "write:permission-scheme"),
  updatePermissionScheme: needs("manage:jira-configuration", ...schemeParts, "write:permission-scheme"),
  deletePermissionScheme: needs("manage:jira-configuration", "delete:permission-scheme"),
  getPermissionSchemeGrants: needs("read:jira-work", ...grantParts),
  getPermissionSchemeGrant: needs("read:jira-work", ...grantParts),
  createPermissionGrant: needs("manage:jira-configuration", ...grantParts, "write:permission"),
  deletePermissionSchemeEntity: needs("manage:jira-configuration", "delete:permission"),
  getAllProjectRoles: needs("manage:jira-configuration", ...roleParts),
  getProjectRoleById: needs("manage:jira-configuration", ...roleParts),
  createProjectRole: needs("manage:jira-configuration", ...roleParts, "write:project-role"),
  partialUpdateProjectRole: needs("manage:jira-configuration", ...roleParts, "write:project-role"),
  fullyUpdateProjectRole: needs("manage:jira-configuration", ...roleParts, "write:project-role"),
  deleteProjectRole: needs("manage:jira-configuration", "delete:project-role"),
  getProjectRoleActorsForRole: needs("manage:jira-configuration", ...roleParts),
  addProjectRoleActorsToRole: needs("manage:jira-configuration", ...roleParts, "write:project-role"),
  deleteProjectRoleActorsFromRole: needs("manage:jira-configuration", ...roleParts, "write:project-role"),
  searchProjects: needs("read:jira-work", ...projectParts),
  getProject: needs("read:jira-work", ...projectParts),
  getProjectRoles: needs("read:jira-work", "read:project-role"),
  getProjectRoleDetails: needs(
    "read:jira-work",
    "read:project-category",
    "read:project-role",
    "read:project",
    "read:avatar",
  ),
  updateProject: needs("manage:jira-project", ...projectParts, "write:project", "write:project.avatar"),
  deleteProject: needs("manage:jira-configuration", "delete:project"),
  archiveProject: needs("manage:jira-project", "write:project"),
  restore: needs("manage:jira-configuration", ...projectParts, "write:project"),
  getAssignedPermissionScheme: needs("read:jira-work", ...schemeParts),
  assignPermissionScheme: needs("manage:jira-project", ...schemeParts, "write:project"),
  getProjectRole: needs("read:jira-work", ...roleParts),
  addActorUsers: needs("manage:jira-configuration", ...roleParts, "write:project-role"),
  setActors: needs("manage:jira-project", ...roleParts, "write:project-role"),
  deleteActor: needs("manage:jira-project", "delete:project-role"),
  createIssue: needs(
    "write:jira-work",
    "write:issue",
    "write:comment",
    "write:comment.property",
    "write:attachment",
    "read:issue",
  ),
  getIssue: needs(
    "read:jira-work",
    "read:issue-meta",
    "read:issue-security-level",
    "read:issue.vote",
    "read:issue.changelog",
    "read:avatar",
    "read:issue",
    "read:status",
    "read:user",
    "read:field-configuration",
  ),
  editIssue: needs("write:jira-work", "write:issue"),
  deleteIssue: needs("write:jira-work", "delete:issue"),
  getComments: needs("read:jira-work", ...commentParts),
  addComment: needs("write:jira-work", ...commentParts, "write:comment"),
  getComment: needs("read:jira-work", ...commentParts),
  updateComment: needs("write:jira-work", ...commentParts, "write:comment"),
  deleteComment: needs("write:jira-work", "delete:comment", "delete:comment.property"),
  getTransitions: needs("read:jira-work", "read:issue.transition", "read:status", "read:field-configuration"),
  doTransition: needs("write:jira-work", "write:issue", "write:issue.property"),
  getIssueWorklog: needs("read:jira-work", ...worklogParts),
  addWorklog: needs("write:jira-work", ...worklogParts, "write:issue-worklog", "write:issue-worklog.property"),
  getWorklog: needs("read:jira-work", ...worklogParts, "read:comment"),
  updateWorklog: needs(
    "write:jira-work",
    ...worklogParts,
    "read:comment",
    "write:comment",
    "write:issue-worklog",
    "write:issue-worklog.property",
  ),
  deleteWorklog: needs(
    "write:jira-work",
    "delete:issue-worklog",
    "delete:issue-worklog.property",
    "write:issue.time-tracking",
  ),
  addAttachment: needs("write:jira-work", "read:user", "write:attachment", "read:attachment", "read:avatar"),
  getAttachment: needs("read:jira-work", ...accountParts, "read:attachment"),
  removeAttachment: needs("write:jira-work", "delete:attachment"),
  getIssueWatchers: needs("read:jira-work", "read:issue.watcher", "read:user", "read:avatar"),
  addWatcher: needs("write:jira-work", "write:issue.watcher"),
  removeWatcher: needs("write:jira-work", "write:issue.watcher"),
  getIssueLinkTypes: needs("read:jira-work", "read:issue-link-type"),
  linkIssues: needs("write:jira-work", "write:comment", "write:issue", "write:issue-link"),
  getIssueLink: needs(
    "read:jira-work",
    "read:field",
    "read:issue-link-type",
    "read:issue",
    "read:issue-type",
    "read:priority",
    "read:status",
    "read:avatar",
    "read:issue.time-tracking",
    "read:project-category",
    "read:project",
    "read:user",
  ),
  deleteIssueLink: needs("write:jira-work", "delete:issue-link"),
  getIssueSecuritySchemes: needs("manage:jira-project", "read:issue-security-level", "read:issue-security-scheme"),
  getIssueSecurityScheme: needs("manage:jira-project", "read:issue-security-level", "read:issue-security-scheme"),
  getProjectIssueSecurityScheme: needs("read:jira-work", "read:issue-security-level", "read:issue-security-scheme"),
  getSecurityLevelsForProject: needs("read:jira-work", "read:issue-security-level"),
  getAuditRecords: needs("manage:jira-configuration", "read:audit-log", "read:user"),
} as const satisfies Record<string, OperationScopes | undefined>;

/** The operations that are emulated, by their operationIds in Atlassian's OpenAPI document. */
export type OperationName = keyof typeof operationScopes;

function needs(classic: string, ...granular: readonly string[]): OperationScopes {
  return { classic, granular: granular.map((scope) => `${scope}:jira`) };
}

function read(...things: readonly string[]): readonly string[] {
  return things.map((thing) => `read:${thing}`);
}
