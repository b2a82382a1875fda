import { describe, expect, test } from "vitest";
import { type OperationId, operations } from "../../src/catalogue/called-operations.js";
import * as account from "../../src/client/account.js";
import { listAuditRecords } from "../../src/client/audit.js";
import type { JiraClient } from "../../src/client/create-client.js";
import * as defaultActors from "../../src/client/default-role-actors.js";
import * as group from "../../src/client/group.js";
import * as groupMembers from "../../src/client/group-members.js";
import type { Arguments } from "../../src/client/http/send.js";
import * as security from "../../src/client/issue-security.js";
import { getPlans } from "../../src/client/license.js";
import * as permission from "../../src/client/permission.js";
import * as scheme from "../../src/client/permission-scheme.js";
import * as product from "../../src/client/product.js";
import * as project from "../../src/client/project.js";
import * as role from "../../src/client/project-role.js";
import * as actors from "../../src/client/project-role-actors.js";
import { findOperation, findRequestFaults, hasDocument } from "./openapi.js";

class Recorded extends Error {}

/** The first call that some work makes; what would come after it needs an answer and is not made. */
async function firstCallOf(work: (client: JiraClient) => unknown): Promise<{ id: OperationId; given: Arguments }> {
  const calls: { id: OperationId; given: Arguments }[] = [];
  const client: JiraClient = {
    site: "https://acme.example",
    call: async (id, given) => {
      calls.push({ id, given });
      throw new Recorded();
    },
  };
  await Promise.resolve(work(client)).catch((error: unknown) => {
    if (!(error instanceof Recorded)) throw error;
  });
  const [first] = calls;
  if (first === undefined) throw new Error("no call was made");
  return first;
}

const holder = { type: "projectRole", name: "Robots" } as const;
const grant = { id: "1", permission: "BROWSE_PROJECTS", holder, holderId: "10002" };
const write = { name: "Robots", description: "Programs" };

const calls: readonly (readonly [string, (client: JiraClient) => unknown])[] = [
  ["the acting account", account.getCurrentAccount],
  ["a search for accounts", (client) => account.findAccounts(client, "ann@acme.example")],
  ["accounts by id", (client) => account.getAccounts(client, ["5f", "6f"])],
  ["an account and its groups", (client) => account.getAccountInGroups(client, "5f")],
  ["all accounts", account.listAccounts],
  ["products", product.listProducts],
  ["security levels", security.listSecurityLevels],
  ["who is on security levels", security.listSecurityLevelHolders],
  ["where security levels are used", security.listSecuritySchemeUses],
  [
    "a new account",
    (client) => account.createAccount(client, { email: "bot@acme.example", products: ["jira-software"] }),
  ],
  ["an account's removal", (client) => account.deleteAccount(client, "5f")],
  ["default actors", (client) => defaultActors.getDefaultActors(client, "10002")],
  ["more default users", (client) => defaultActors.addDefaultActors(client, "10002", { user: ["5f"] })],
  ["more default groups", (client) => defaultActors.addDefaultActors(client, "10002", { groupId: ["g"] })],
  ["one default user fewer", (client) => defaultActors.removeDefaultActor(client, "10002", { user: "5f" })],
  ["one default group fewer", (client) => defaultActors.removeDefaultActor(client, "10002", { groupId: "g" })],
  ["groups by name", (client) => group.getGroupsByName(client, ["auditors"])],
  ["groups by id", (client) => group.getGroupsById(client, ["g"])],
  ["a new group", (client) => group.createGroup(client, "auditors")],
  ["a group's removal", (client) => group.deleteGroup(client, "g")],
  ["a group's members", (client) => groupMembers.listGroupMembers(client, "g")],
  ["one member more", (client) => groupMembers.addGroupMember(client, "g", "5f")],
  ["one member fewer", (client) => groupMembers.removeGroupMember(client, "g", "5f")],
  ["the plans of the products", getPlans],
  ["the audit log", (client) => listAuditRecords(client, { filter: "scheme", limit: 10 })],
  ["the site's permissions", permission.listPermissions],
  ["own permissions", (client) => permission.getMyPermissions(client, ["ADMINISTER"])],
  [
    "a check of one permission",
    (client) =>
      permission.checkPermissions(client, {
        global: ["ADMINISTER"],
        inProjects: ["BROWSE_PROJECTS"],
        projects: ["10000"],
      }),
  ],
  ["all schemes", scheme.listPermissionSchemes],
  ["a new scheme", (client) => scheme.createPermissionScheme(client, write)],
  ["a scheme's whole list", (client) => scheme.updatePermissionScheme(client, "1", { ...write, grants: [grant] })],
  ["a scheme's removal", (client) => scheme.deletePermissionScheme(client, "1")],
  ["one grant more", (client) => scheme.createPermissionGrant(client, "1", grant)],
  ["one grant fewer", (client) => scheme.deletePermissionGrant(client, "1", grant)],
  ["a project's scheme", (client) => scheme.getAssignedPermissionScheme(client, "10000")],
  ["a project's scheme with its grants", (client) => scheme.getProjectScheme(client, "10000")],
  ["another scheme for a project", (client) => scheme.assignPermissionScheme(client, "10000", "1")],
  ["projects", project.listProjects],
  ["one project", (client) => project.getProject(client, "PAY")],
  ["all roles", role.listProjectRoles],
  ["a new role", (client) => role.createProjectRole(client, write)],
  ["a role's name", (client) => role.updateProjectRole(client, "10002", write)],
  ["a role's removal", (client) => role.deleteProjectRole(client, "10002", "10003")],
  ["a role's actors", (client) => actors.getRoleActors(client, "10000", "10002")],
  ["a role's whole list", (client) => actors.setRoleActors(client, "10000", "10002", { users: ["5f"], groups: ["g"] })],
  ["one actor more", (client) => actors.addRoleActor(client, "10000", "10002", { user: "5f" })],
  ["one actor fewer", (client) => actors.removeRoleActor(client, "10000", "10002", { groupId: "g" })],
];

describe.skipIf(!hasDocument)(
  "what the client asks, by Atlassian's document (skipped where the document is absent)",
  () => {
    test.each(Object.entries(operations))("%s is there with method, path and scope", (id, { method, path, scope }) => {
      const documented = findOperation(method, path.replace(/\{\w+\}/g, "x"));
      expect(documented?.id).toBe(id);
      if (documented !== undefined && documented.scopes.length > 0) expect(documented.scopes).toContain(scope);
    });

    test.each(calls)("%s: parameters and body", async (_, work) => {
      const { id, given } = await firstCallOf(work);
      const { method, path } = operations[id];
      const documented = findOperation(method, path.replace(/\{\w+\}/g, "x"));
      if (documented === undefined) throw new Error(`${id} is not documented`);
      expect(documented.query).toEqual(expect.arrayContaining(Object.keys(given.query ?? {})));
      expect(findRequestFaults(documented, given.body)).toEqual([]);
      expect([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)).toEqual(Object.keys(given.path ?? {}));
    });

    test("every operation of the catalogue is called by some function", async () => {
      const called = await Promise.all(calls.map(async ([, work]) => (await firstCallOf(work)).id));
      const uncalled = Object.keys(operations).filter((id) => !called.some((one) => one === id));
      expect(uncalled).toEqual([]);
    });
  },
);
