import { expect, test } from "vitest";
import {
  DefaultRoleActors,
  GroupMember,
  GroupMembers,
  HolderGrants,
  PermissionGrant,
  PermissionScheme,
  ProjectPermissionScheme,
  ProjectRoleActor,
  ProjectRoleActors,
} from "../../src/index.js";
import { registeredBy } from "./registered.js";

const scheme = "Web";
const robots = "projectRole:Robots";
const permission = "EDIT_ISSUES";
const place = { project: "PAY", role: "Robots" };
const user = "ann@acme.example";

test.each<[string, () => unknown, () => unknown, string]>([
  [
    "a whole scheme and one holder of it",
    () => new PermissionScheme("web", { name: scheme, grants: {} }),
    () => new HolderGrants("robots", { scheme, holder: { projectRole: "Robots" }, permissions: [permission] }),
    'the permission scheme "Web" is held by PermissionScheme "web" and by HolderGrants "robots", which would undo each other in every run; declare what they hold in one of the two',
  ],
  [
    "a single grant and the whole scheme",
    () => new PermissionGrant("one", { scheme, holder: "assignee", permission }),
    () => new PermissionScheme("web", { name: scheme, grants: {} }),
    'the permission scheme "Web" is held by PermissionGrant "one" and by PermissionScheme "web"',
  ],
  [
    "one holder and a single grant of it",
    () => new HolderGrants("robots", { scheme, holder: robots, permissions: [permission] }),
    () => new PermissionGrant("one", { scheme, holder: { projectRole: "Robots" }, permission }),
    'the permission scheme "Web" is held by HolderGrants "robots" and by PermissionGrant "one"',
  ],
  [
    "two lists of a group",
    () => new GroupMembers("all", { group: "crew" }),
    () => new GroupMembers("others", { group: "crew" }),
    'the group "crew" is held by GroupMembers "all" and by GroupMembers "others"',
  ],
  [
    "all of a group and one of it",
    () => new GroupMember("one", { group: "crew", user }),
    () => new GroupMembers("all", { group: "crew" }),
    'the group "crew" is held by GroupMember "one" and by GroupMembers "all"',
  ],
  [
    "all who hold a role in a project and one of them",
    () => new ProjectRoleActors("all", place),
    () => new ProjectRoleActor("one", { ...place, user }),
    'the role "Robots" in "PAY" is held by ProjectRoleActors "all" and by ProjectRoleActor "one"',
  ],
  [
    "two lists of a role's holders in new projects",
    () => new DefaultRoleActors("a", { role: "Robots" }),
    () => new DefaultRoleActors("b", { role: "Robots" }),
    'the default list of the role "Robots" is held by DefaultRoleActors "a" and by DefaultRoleActors "b"',
  ],
  [
    "two schemes of one project",
    () => new ProjectPermissionScheme("a", { project: "PAY", scheme }),
    () => new ProjectPermissionScheme("b", { project: "PAY", scheme: "Other" }),
    'the scheme of the project "PAY" is held by ProjectPermissionScheme "a" and by ProjectPermissionScheme "b"',
  ],
])("a program cannot declare %s", async (_, first, second, message) => {
  await expect(failureOf([first, second])).resolves.toContain(message);
});

test("a program may hold different parts of a list, and a scheme beside its grants", async () => {
  const failure = await failureOf([
    () => new PermissionScheme("web", { name: scheme }),
    () => new HolderGrants("robots", { scheme, holder: robots, permissions: [permission] }),
    () => new PermissionGrant("one", { scheme, holder: "assignee", permission }),
    () => new PermissionGrant("two", { scheme, holder: "assignee", permission: "ADD_COMMENTS" }),
    () => new PermissionScheme("other", { name: "Other", grants: {} }),
    () => new ProjectRoleActor("ann", { ...place, user }),
    () => new ProjectRoleActor("crew", { ...place, group: "crew" }),
    () => new ProjectRoleActors("ops", { ...place, project: "OPS" }),
  ]);
  expect(failure).toBeUndefined();
});

test("one program after another in the same process are told apart", async () => {
  const whole = () => new PermissionScheme("web", { name: scheme, grants: {} });
  const one = () => new HolderGrants("robots", { scheme, holder: robots, permissions: [permission] });
  expect(await failureOf([whole])).toBeUndefined();
  expect(await failureOf([one])).toBeUndefined();
});

/** The message with which a program that declares these ends; undefined where it does not fail. */
function failureOf(declarations: readonly (() => unknown)[]): Promise<string | undefined> {
  return registeredBy(() => declarations.map((declare) => declare())).then(
    () => undefined,
    (error: Error) => error.message,
  );
}
