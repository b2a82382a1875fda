import { describe, expect, test } from "vitest";
import { acme } from "../../src/emulator/seed/acme.js";
import { routes } from "../../src/emulator/serve-routes.js";
import { files, startSite } from "../emulator/site.js";
import { expectDocumented } from "./expect-documented.js";
import { findOperation, hasDocument, listOperations } from "./openapi.js";

type Case = [operation: string, who: string | null, request: string, status: number, body?: unknown];

const grant = { permission: "EDIT_ISSUES", holder: { type: "group", parameter: "auditors" } };
const comment = { body: { type: "doc", version: 1, content: [] } };
const issue = { fields: { project: { key: "PAY" }, summary: "New", issuetype: { name: "Task" } } };
const browse = { projectPermissions: [{ permissions: ["BROWSE_PROJECTS"], projects: [10000], issues: [10000] }] };
const ann = "5f0000000000000000000002";
const bob = "5f0000000000000000000003";
const search = "permissions=BROWSE_PROJECTS&projectKey=PAY";
const invitation = { emailAddress: "new@acme.example", products: ["jira-software"] };

const projectRoles = { ...acme.projectRoles, Helpers: { defaultActors: { users: ["ann@acme.example"] } } };

const time = { timeSpentSeconds: 3600 };
const logged = {
  summary: "Logged",
  reporter: "bob@acme.example",
  worklogs: [{ author: "bob@acme.example", minutes: 5 }],
  attachments: [{ author: "bob@acme.example", filename: "log.txt" }],
  watchers: ["bob@acme.example"],
};
const log = {
  key: "LOG",
  name: "Log",
  lead: "ann@acme.example",
  issueSecurityScheme: "Secrets",
  roles: { Administrators: { users: ["ann@acme.example"] } },
  issues: [logged],
};
const issueSecuritySchemes = { Secrets: { levels: { Staff: [{ group: "acme-staff" }] } } };
const link = { type: { name: "Blocks" }, inwardIssue: { key: "PAY-1" }, outwardIssue: { key: "PAY-2" } };
const links = [{ type: "Blocks" as const, inward: "LOG-1", outward: "PAY-1" }];
const archived = { key: "OLD", name: "Old", lead: "ann@acme.example", status: "archived" as const };

const served: readonly Case[] = [
  ["getServerInfo", null, "GET /serverInfo", 200],
  ["getCurrentUser", "ann", "GET /myself?expand=groups,applicationRoles", 200],
  ["findUsers", "ann", "GET /user/search?query=a", 200],
  ["bulkGetUsers", "ann", `GET /user/bulk?accountId=${ann}`, 200],
  ["getUser", "ann", `GET /user?accountId=${ann}&expand=groups`, 200],
  ["getUserGroups", "ann", `GET /user/groups?accountId=${ann}`, 200],
  ["getAllUsers", "ann", "GET /users/search", 200],
  ["findUsersWithAllPermissions", "ann", `GET /user/permission/search?query=&${search}`, 200],
  ["getAllApplicationRoles", "admin", "GET /applicationrole", 200],
  ["getLicense", "ann", "GET /instance/license", 200],
  ["createUser", "admin", "POST /user", 201, invitation],
  ["removeUser", "admin", `DELETE /user?accountId=${bob}`, 204],
  ["bulkGetGroups", "ann", "GET /group/bulk?maxResults=2", 200],
  ["createGroup", "admin", "POST /group", 201, { name: "bots" }],
  ["removeGroup", "admin", "DELETE /group?groupname=web-devs&swapGroup=auditors", 200],
  ["addUserToGroup", "admin", "POST /group/user?groupname=auditors", 201, { accountId: bob }],
  ["removeUserFromGroup", "admin", `DELETE /group/user?groupname=pay-devs&accountId=${bob}`, 200],
  ["getUsersFromGroup", "ann", "GET /group/member?groupname=acme-staff&maxResults=2", 200],
  ["getAllPermissions", null, "GET /permissions", 200],
  ["getMyPermissions", "ann", "GET /mypermissions?permissions=BROWSE_PROJECTS&projectKey=PAY", 200],
  ["getBulkPermissions", "ann", "POST /permissions/check", 200, { ...browse, globalPermissions: ["USER_PICKER"] }],
  ["getAllPermissionSchemes", "ann", "GET /permissionscheme?expand=all", 200],
  ["getPermissionScheme", "ann", "GET /permissionscheme/0?expand=all", 200],
  ["createPermissionScheme", "admin", "POST /permissionscheme?expand=all", 201, { name: "x", permissions: [grant] }],
  ["updatePermissionScheme", "admin", "PUT /permissionscheme/0?expand=all", 200, { name: "x", permissions: [grant] }],
  ["deletePermissionScheme", "admin", "DELETE /permissionscheme/10000", 204],
  ["getPermissionSchemeGrants", "ann", "GET /permissionscheme/10000/permission?expand=all", 200],
  ["getPermissionSchemeGrant", "ann", "GET /permissionscheme/0/permission/10000?expand=all", 200],
  ["createPermissionGrant", "admin", "POST /permissionscheme/10000/permission?expand=all", 201, grant],
  ["deletePermissionSchemeEntity", "admin", "DELETE /permissionscheme/0/permission/10000", 204],
  ["getAllProjectRoles", "admin", "GET /role", 200],
  ["getProjectRoleById", "admin", "GET /role/10100", 200],
  ["createProjectRole", "admin", "POST /role", 200, { name: "Developers" }],
  ["partialUpdateProjectRole", "admin", "POST /role/10002", 200, { description: "new" }],
  ["fullyUpdateProjectRole", "admin", "PUT /role/10002", 200, { name: "Bosses", description: "new" }],
  ["deleteProjectRole", "admin", "DELETE /role/10002?swap=10100", 204],
  ["getProjectRoleActorsForRole", "admin", "GET /role/10002/actors", 200],
  ["addProjectRoleActorsToRole", "admin", "POST /role/10002/actors", 200, { group: ["auditors"] }],
  ["deleteProjectRoleActorsFromRole", "admin", `DELETE /role/10100/actors?user=${ann}`, 200],
  ["searchProjects", "admin", "GET /project/search?maxResults=2&expand=lead,description", 200],
  ["getProject", "admin", "GET /project/IDEA", 200],
  ["updateProject", "admin", "PUT /project/PAY", 200, { key: "MONEY", name: "Money", permissionScheme: 10000 }],
  ["deleteProject", "admin", "DELETE /project/PAY", 204],
  ["archiveProject", "admin", "POST /project/PAY/archive", 204],
  ["restore", "admin", "POST /project/OLD/restore", 200],
  ["getProjectRoles", "admin", "GET /project/PAY/role", 200],
  ["getProjectRoleDetails", "admin", "GET /project/IDEA/roledetails", 200],
  ["getAssignedPermissionScheme", "ann", "GET /project/PAY/permissionscheme?expand=all", 200],
  ["assignPermissionScheme", "admin", "PUT /project/PAY/permissionscheme?expand=all", 200, { id: 10000 }],
  ["getProjectRole", "ann", "GET /project/PAY/role/10002", 200],
  ["addActorUsers", "ann", "POST /project/PAY/role/10002", 200, { group: ["auditors"] }],
  ["setActors", "ann", "PUT /project/PAY/role/10002", 200, { categorisedActors: {} }],
  ["deleteActor", "ann", `DELETE /project/PAY/role/10002?user=${ann}`, 204],
  ["searchAndReconsileIssuesUsingJqlPost", "ann", "POST /search/jql", 200, { jql: "key = PAY-1", fields: ["*all"] }],
  ["searchAndReconsileIssuesUsingJql", "ann", "GET /search/jql?jql=project%3DPAY&maxResults=1", 200],
  ["createIssue", "bob", "POST /issue", 201, issue],
  ["getIssue", "bob", "GET /issue/PAY-1", 200],
  ["editIssue", "bob", "PUT /issue/PAY-1", 204, { fields: { summary: "x" } }],
  ["deleteIssue", "ann", "DELETE /issue/PAY-1", 204],
  ["getComments", "bob", "GET /issue/PAY-1/comment", 200],
  ["addComment", "bob", "POST /issue/PAY-1/comment", 201, comment],
  ["getComment", "bob", "GET /issue/PAY-1/comment/10000", 200],
  ["updateComment", "bob", "PUT /issue/PAY-1/comment/10000", 200, comment],
  ["deleteComment", "bob", "DELETE /issue/PAY-1/comment/10000", 204],
  ["getTransitions", "bob", "GET /issue/PAY-1/transitions", 200],
  ["doTransition", "bob", "POST /issue/PAY-1/transitions", 204, { transition: { id: "31" } }],
  ["getIssueWorklog", "bob", "GET /issue/LOG-1/worklog", 200],
  ["addWorklog", "bob", "POST /issue/LOG-1/worklog", 201, { ...time, comment: comment.body }],
  ["getWorklog", "ann", "GET /issue/LOG-1/worklog/10000", 200],
  ["updateWorklog", "bob", "PUT /issue/LOG-1/worklog/10000", 200, time],
  ["deleteWorklog", "bob", "DELETE /issue/LOG-1/worklog/10000", 204],
  ["addAttachment", "bob", "POST /issue/LOG-1/attachments", 200, files("notes.txt")],
  ["getAttachment", "bob", "GET /attachment/10000", 200],
  ["removeAttachment", "bob", "DELETE /attachment/10000", 204],
  ["getIssueWatchers", "ann", "GET /issue/LOG-1/watchers", 200],
  ["addWatcher", "ann", "POST /issue/LOG-1/watchers", 204, ann],
  ["removeWatcher", "bob", `DELETE /issue/LOG-1/watchers?accountId=${bob}`, 204],
  ["getIssueLinkTypes", "bob", "GET /issueLinkType", 200],
  ["linkIssues", "bob", "POST /issueLink", 201, link],
  ["getIssueLink", "bob", "GET /issueLink/10000", 200],
  ["deleteIssueLink", "bob", "DELETE /issueLink/10000", 204],
  ["getIssueSecuritySchemes", "admin", "GET /issuesecurityschemes", 200],
  ["getIssueSecurityScheme", "ann", "GET /issuesecurityschemes/10000", 200],
  ["getProjectIssueSecurityScheme", "ann", "GET /project/LOG/issuesecuritylevelscheme", 200],
  ["getSecurityLevelsForProject", "ann", "GET /project/LOG/securitylevel", 200],
  ["getSecurityLevels", "admin", "GET /issuesecurityschemes/level?schemeId=10000", 200],
  ["getSecurityLevelMembers", "admin", "GET /issuesecurityschemes/level/member?expand=all", 200],
  ["searchProjectsUsingSecuritySchemes", "admin", "GET /issuesecurityschemes/project", 200],
  ["getAuditRecords", "admin", "GET /auditing/record", 200],
];

const refused: readonly Case[] = [
  ["getServerInfo", "stranger", "GET /serverInfo", 401],
  ["getCurrentUser", null, "GET /myself", 401],
  ["findUsers", "stranger", "GET /user/search?query=a", 401],
  ["bulkGetUsers", null, `GET /user/bulk?accountId=${ann}`, 401],
  ["getUser", "triage", `GET /user?accountId=${ann}`, 403],
  ["getUserGroups", "triage", `GET /user/groups?accountId=${ann}`, 403],
  ["getAllUsers", "triage", "GET /users/search", 403],
  ["findUsersWithAllPermissions", "bob", `GET /user/permission/search?query=&${search}`, 403],
  ["getAllApplicationRoles", "ann", "GET /applicationrole", 403],
  ["createUser", "ann", "POST /user", 403, invitation],
  ["removeUser", "ann", `DELETE /user?accountId=${bob}`, 403],
  ["bulkGetGroups", "triage", "GET /group/bulk", 403],
  ["createGroup", "ann", "POST /group", 403, { name: "bots" }],
  ["removeGroup", "ann", "DELETE /group?groupname=web-devs", 403],
  ["addUserToGroup", "ann", "POST /group/user?groupname=auditors", 403, { accountId: bob }],
  ["removeUserFromGroup", "ann", `DELETE /group/user?groupname=pay-devs&accountId=${bob}`, 403],
  ["getUsersFromGroup", "triage", "GET /group/member?groupname=acme-staff", 403],
  ["getAllPermissions", "stranger", "GET /permissions", 401],
  ["getMyPermissions", "triage", "GET /mypermissions?permissions=BROWSE_PROJECTS&projectKey=PAY", 404],
  ["getBulkPermissions", "triage", "POST /permissions/check", 403, { ...browse, accountId: ann }],
  ["getLicense", null, "GET /instance/license", 401],
  ["getAllPermissionSchemes", null, "GET /permissionscheme", 401],
  ["getPermissionScheme", null, "GET /permissionscheme/0", 401],
  ["createPermissionScheme", "ann", "POST /permissionscheme", 403, { name: "x" }],
  ["updatePermissionScheme", "ann", "PUT /permissionscheme/0", 403, { name: "x" }],
  ["deletePermissionScheme", "ann", "DELETE /permissionscheme/10000", 403],
  ["getPermissionSchemeGrants", null, "GET /permissionscheme/10000/permission", 401],
  ["getPermissionSchemeGrant", null, "GET /permissionscheme/0/permission/10000", 401],
  ["createPermissionGrant", "ann", "POST /permissionscheme/10000/permission", 403, grant],
  ["deletePermissionSchemeEntity", "ann", "DELETE /permissionscheme/0/permission/10000", 403],
  ["getAllProjectRoles", "ann", "GET /role", 403],
  ["getProjectRoleById", "ann", "GET /role/10002", 403],
  ["createProjectRole", "ann", "POST /role", 403, { name: "Developers" }],
  ["partialUpdateProjectRole", "ann", "POST /role/10002", 403, { description: "new" }],
  ["fullyUpdateProjectRole", "ann", "PUT /role/10002", 403, { name: "Bosses", description: "new" }],
  ["deleteProjectRole", "ann", "DELETE /role/10002", 403],
  ["getProjectRoleActorsForRole", "ann", "GET /role/10002/actors", 403],
  ["addProjectRoleActorsToRole", "ann", "POST /role/10002/actors", 403, { group: ["auditors"] }],
  ["deleteProjectRoleActorsFromRole", "ann", `DELETE /role/10002/actors?user=${ann}`, 403],
  ["searchProjects", "stranger", "GET /project/search", 401],
  ["getProject", "triage", "GET /project/PAY", 404],
  ["updateProject", "ann", "PUT /project/PAY", 403, { key: "MONEY" }],
  ["deleteProject", "ann", "DELETE /project/PAY", 404],
  ["archiveProject", "ann", "POST /project/PAY/archive", 403],
  ["restore", "ann", "POST /project/OLD/restore", 404],
  ["getProjectRoles", "bob", "GET /project/PAY/role", 404],
  ["getProjectRoleDetails", "bob", "GET /project/PAY/roledetails", 404],
  ["getAssignedPermissionScheme", "bob", "GET /project/PAY/permissionscheme", 403],
  ["assignPermissionScheme", "ann", "PUT /project/PAY/permissionscheme", 403, { id: 10000 }],
  ["getProjectRole", "bob", "GET /project/PAY/role/10002", 404],
  ["addActorUsers", "bob", "POST /project/PAY/role/10002", 401, { group: ["auditors"] }],
  ["setActors", "bob", "PUT /project/PAY/role/10002", 401, { categorisedActors: {} }],
  ["deleteActor", "bob", `DELETE /project/PAY/role/10002?user=${ann}`, 404],
  ["searchAndReconsileIssuesUsingJqlPost", "ann", "POST /search/jql", 400, { jql: "" }],
  ["searchAndReconsileIssuesUsingJql", "ann", "GET /search/jql?jql=text", 400],
  ["createIssue", "triage", "POST /issue", 400, issue],
  ["getIssue", "triage", "GET /issue/PAY-1", 404],
  ["editIssue", "eve", "PUT /issue/IDEA-1", 400, { fields: { summary: "x" } }],
  ["deleteIssue", "bob", "DELETE /issue/PAY-1", 403],
  ["getComments", "triage", "GET /issue/PAY-1/comment", 404],
  ["addComment", "triage", "POST /issue/PAY-1/comment", 404, comment],
  ["getComment", "triage", "GET /issue/PAY-1/comment/10000", 404],
  ["updateComment", "carla", "PUT /issue/PAY-1/comment/10000", 400, comment],
  ["deleteComment", "carla", "DELETE /issue/PAY-1/comment/10000", 400],
  ["getTransitions", "triage", "GET /issue/PAY-1/transitions", 404],
  ["doTransition", "eve", "POST /issue/IDEA-1/transitions", 400, { transition: { id: "31" } }],
  ["getIssueWorklog", "triage", "GET /issue/LOG-1/worklog", 404],
  ["addWorklog", "eve", "POST /issue/IDEA-1/worklog", 400, time],
  ["getWorklog", "triage", "GET /issue/LOG-1/worklog/10000", 404],
  ["updateWorklog", "carla", "PUT /issue/LOG-1/worklog/10000", 400, time],
  ["deleteWorklog", "carla", "DELETE /issue/LOG-1/worklog/10000", 400],
  ["addAttachment", "eve", "POST /issue/IDEA-1/attachments", 403, files("notes.txt")],
  ["getAttachment", "triage", "GET /attachment/10000", 404],
  ["removeAttachment", "carla", "DELETE /attachment/10000", 403],
  ["getIssueWatchers", "triage", "GET /issue/LOG-1/watchers", 404],
  ["addWatcher", "bob", "POST /issue/LOG-1/watchers", 403, ann],
  ["removeWatcher", "carla", `DELETE /issue/LOG-1/watchers?accountId=${bob}`, 403],
  ["getIssueLinkTypes", "stranger", "GET /issueLinkType", 401],
  ["linkIssues", "triage", "POST /issueLink", 404, link],
  ["getIssueLink", "triage", "GET /issueLink/10000", 404],
  ["deleteIssueLink", "triage", "DELETE /issueLink/10000", 404],
  ["getIssueSecuritySchemes", "ann", "GET /issuesecurityschemes", 403],
  ["getIssueSecurityScheme", "bob", "GET /issuesecurityschemes/10000", 403],
  ["getProjectIssueSecurityScheme", "bob", "GET /project/LOG/issuesecuritylevelscheme", 403],
  ["getSecurityLevelsForProject", "triage", "GET /project/LOG/securitylevel", 404],
  ["getSecurityLevels", "ann", "GET /issuesecurityschemes/level", 403],
  ["getSecurityLevelMembers", "ann", "GET /issuesecurityschemes/level/member", 403],
  ["searchProjectsUsingSecuritySchemes", "ann", "GET /issuesecurityschemes/project", 403],
  ["getAuditRecords", "ann", "GET /auditing/record", 403],
];

describe.skipIf(!hasDocument)("against Atlassian's OpenAPI document, found by JIRA_OPENAPI", () => {
  test("every operation that is served is one of the document's, under the same method and path", () => {
    const documented = new Map(listOperations().map(({ id, method, path }) => [id, `${method} ${path}`]));
    for (const { operation, method, path } of routes) {
      expect(`${method} /rest/api/3${path.replace(/:[^/]+/g, "{}")}`).toBe(documented.get(operation));
    }
  });

  test.each<Case>([...served, ...refused])("%s as %s: %s is %i", async (operation, who, request, status, body) => {
    const site = await startSite({
      seed: { ...acme, projectRoles, projects: [...(acme.projects ?? []), archived, log], links, issueSecuritySchemes },
    });
    const reply = await site.ask(who, request, body);
    expect(reply.status).toBe(status);
    const [method = "", path = ""] = request.split(" ");
    const url = `${site.url}/rest/api/3${path}`;
    expect(findOperation(method, new URL(url).pathname)?.id).toBe(operation);
    expectDocumented({ method, url, status, body: reply.body });
  });

  test("every operation that is served is among the cases, once answered and once refused", () => {
    const operations = routes.map((route) => route.operation).sort();
    expect(served.map(([operation]) => operation).sort()).toEqual(operations);
    expect(refused.map(([operation]) => operation).sort()).toEqual(operations);
  });
});
