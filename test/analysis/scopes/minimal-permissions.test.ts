import { expect, test } from "vitest";
import { minimalPermissions } from "../../../src/analysis/scopes/minimal-permissions.js";
import { operationsOfPermissions } from "../../../src/analysis/scopes/operations-of-permissions.js";
import { type OperationName, operationFacts } from "../../../src/catalogue/operation-fact.js";

const names = Object.keys(operationFacts) as OperationName[];

function mayCall(permissions: readonly string[], name: OperationName): boolean {
  const { needs } = operationFacts[name];
  return needs === "unknown" || needs.every((oneOf) => oneOf.some((key) => permissions.includes(key)));
}

test("for every operation the permissions are sufficient, and none can be taken away", () => {
  for (const name of names) {
    const { permissions, otherRights } = minimalPermissions([name]);
    const rights = [...permissions, ...otherRights];
    expect(mayCall(rights, name), name).toBe(true);
    for (const right of rights)
      expect(
        mayCall(
          rights.filter((other) => other !== right),
          name,
        ),
        name,
      ).toBe(false);
  }
});

test("one's own comes before everybody's, and a project's administration before the site's", () => {
  expect(minimalPermissions(["updateComment", "setActors"]).permissions).toEqual([
    "ADMINISTER_PROJECTS",
    "BROWSE_PROJECTS",
    "EDIT_OWN_COMMENTS",
  ]);
});

test("two harmless permissions come before one that takes over", () => {
  expect(minimalPermissions(["getIssueType", "getIssue", "setActors"]).permissions).not.toContain("ADMINISTER");
});

test("a permission that is needed anyway is not joined by its alternative", () => {
  expect(minimalPermissions(["setActors", "createPermissionScheme"]).permissions).toEqual(["ADMINISTER"]);
});

test("rights that are no permissions and needs that nobody knows are told apart", () => {
  expect(minimalPermissions(["createGroup", "getPolicy"])).toEqual({
    permissions: [],
    otherRights: ["site administration"],
    unknown: ["getPolicy"],
  });
});

test("to browse is to read: neither votes nor notices nor a search for people belong to it", () => {
  const operations = operationsOfPermissions(["BROWSE_PROJECTS"]);
  expect(operations).toEqual(expect.arrayContaining(["getIssue", "searchAndReconsileIssuesUsingJql", "getComments"]));
  expect(operations).not.toEqual(expect.arrayContaining(["addVote"]));
  expect(operations).not.toEqual(expect.arrayContaining(["findGroups"]));
});

test("a permission to change brings the operations that need it, and no other change", () => {
  const added = operationsOfPermissions(["BROWSE_PROJECTS", "ADD_COMMENTS"]);
  const before = operationsOfPermissions(["BROWSE_PROJECTS"]);
  expect(added.filter((name) => !before.includes(name))).toEqual(["addComment"]);
});

test("without BROWSE_PROJECTS a permission to comment opens nothing", () => {
  expect(operationsOfPermissions(["ADD_COMMENTS"])).toEqual([]);
});

test("permissions of which only a part of an operation has need bring it", () => {
  expect(operationsOfPermissions(["BROWSE_PROJECTS", "MANAGE_WATCHERS"])).toContain("addWatcher");
});

test.each(["deleteComment", "deleteWorklog", "removeAttachment", "updateComment"] as const)(
  "%s is thought to be for one's own things",
  (operation) => {
    const { permissions } = minimalPermissions([operation]);
    expect(permissions.filter((key) => key.includes("_ALL_"))).toEqual([]);
    expect(permissions.filter((key) => key.includes("_OWN_"))).toHaveLength(1);
  },
);
