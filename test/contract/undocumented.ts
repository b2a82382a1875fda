/** Statuses that the emulator gives although Atlassian's document does not list them, each with the reason. */
export const undocumentedStatuses: Readonly<Record<string, string>> = {
  "updatePermissionScheme 400": "a faulty scheme has to be refused somehow, as on creation",
  "createPermissionGrant 404": "a scheme that does not exist cannot get a grant",
  "deletePermissionSchemeEntity 404": "a scheme that does not exist cannot lose a grant",
  "deletePermissionScheme 400": "the default scheme stays",
  "assignPermissionScheme 400": "a team-managed project has no scheme, and an id is needed",
  "deleteProject 400": "an archived project has to be restored first",
  "getUser 400": "the account id is missing",
  "getUserGroups 400": "the account id is missing",
  "getAllUsers 401": "nobody is logged in",
  "getBulkPermissions 401": "the credentials are wrong",
  "addAttachment 400": "no file is sent",
  "getIssueSecurityScheme 404": "an administrator asks for a scheme that does not exist",
  "deleteActor 401": "the credentials are wrong",
};
