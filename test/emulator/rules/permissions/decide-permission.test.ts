import { describe, expect, test } from "vitest";
import {
  anonymousSubject,
  describeSubject,
  hasGlobalPermission,
} from "../../../../src/emulator/rules/callers/subject.js";
import { decidePermission, isAllowed } from "../../../../src/emulator/rules/permissions/decide-permission.js";
import { plantSite } from "../../../../src/emulator/seed/plant-site.js";
import { parseSeed, type Seed, type SeedHolder } from "../../../../src/emulator/seed/seed.js";
import type { Site } from "../../../../src/emulator/state/state.js";

const world: Seed = {
  applications: { "jira-software": { groups: ["users"] }, "jira-servicedesk": { groups: ["agents"] } },
  accounts: [
    { email: "ann" },
    { email: "bob" },
    { email: "agent" },
    { email: "unlicensed" },
    { email: "gone", active: false },
    { email: "robot", type: "app", appType: "service" },
  ],
  groups: {
    users: { members: ["ann", "bob", "gone"], globalPermissions: ["USER_PICKER"] },
    agents: { members: ["agent"] },
    team: { members: ["ann", "unlicensed"] },
  },
  customFields: {
    customfield_1: { name: "People", holds: "users" },
    customfield_2: { name: "Groups", holds: "groups" },
  },
  projectRoles: { Developers: {}, Others: {} },
  projects: [
    {
      key: "AB",
      name: "Ab",
      lead: "bob",
      roles: { Developers: { users: ["agent"], groups: ["team"] } },
      issues: [
        {
          summary: "One",
          reporter: "ann",
          assignee: "bob",
          fields: { customfield_1: ["agent"], customfield_2: ["team"] },
        },
        { summary: "Two", reporter: "bob" },
      ],
    },
    {
      key: "TM",
      name: "Team",
      lead: "bob",
      management: "team",
      roles: {
        Administrator: { users: ["bob"] },
        Member: { groups: ["team"] },
        Viewer: { users: ["agent"] },
      },
    },
  ],
};

function plant(grants: Record<string, SeedHolder[]>): Site {
  return plantSite(parseSeed({ ...world, permissionSchemes: { Default: { grants } } }));
}

function subjectOf(site: Site, email: string | null) {
  const account = site.accounts.find((account) => account.email === email);
  return account ? describeSubject(site, account) : anonymousSubject;
}

function placeOf(site: Site, at: string) {
  const [key = "", number] = at.split("-");
  const project = site.projects.find((project) => project.key === key);
  const issue = site.issues.find((issue) => issue.key === at);
  if (!project) throw new Error(at);
  return number === undefined || issue === undefined ? { project } : { project, issue };
}

const everybody = ["ann", "bob", "agent", "unlicensed", "gone", "robot", null];

function holders(grants: Record<string, SeedHolder[]>, at: string, key = "EDIT_ISSUES") {
  const site = plant(grants);
  return everybody.filter((email) => isAllowed(site, subjectOf(site, email), key, placeOf(site, at)));
}

describe("who holds a permission that is granted to", () => {
  const browse = { BROWSE_PROJECTS: ["anyone"] };

  test.each<[string, SeedHolder, string, (string | null)[]]>([
    ["anyone", "anyone", "AB", ["ann", "bob", "agent", "robot", null]],
    ["any product", "applicationRole", "AB", ["ann", "bob", "agent", "robot"]],
    ["one product", { applicationRole: "jira-servicedesk" }, "AB", ["agent"]],
    ["a group", { group: "team" }, "AB", ["ann"]],
    ["a person", { user: "bob" }, "AB", ["bob"]],
    ["a role, through person and group", { projectRole: "Developers" }, "AB", ["ann", "agent"]],
    ["a role without members", { projectRole: "Others" }, "AB", []],
    ["the project's lead", "projectLead", "AB", ["bob"]],
    ["the reporter, on an issue", "reporter", "AB-1", ["ann"]],
    ["the reporter, in a project", "reporter", "AB", []],
    ["the assignee, on an issue", "assignee", "AB-1", ["bob"]],
    ["the assignee, where there is none", "assignee", "AB-2", []],
    ["people in a field", { userCustomField: "customfield_1" }, "AB-1", ["agent"]],
    ["groups in a field", { groupCustomField: "customfield_2" }, "AB-1", ["ann"]],
    ["groups in a field that is empty", { groupCustomField: "customfield_2" }, "AB-2", []],
    ["customers of the portal", "sd.customer.portal.only", "AB", []],
  ])("%s", (_, holder, at, expected) => {
    expect(holders({ ...browse, EDIT_ISSUES: [holder] }, at)).toEqual(expected);
  });
});

test("a permission is nothing without BROWSE_PROJECTS, and the decision says so", () => {
  const site = plant({ EDIT_ISSUES: [{ user: "bob" }] });
  const decision = decidePermission(site, subjectOf(site, "bob"), "EDIT_ISSUES", placeOf(site, "AB"));
  expect(decision).toEqual({ allowed: false, missing: "BROWSE_PROJECTS" });
});

test("a permission that the catalogue knows to stand alone does not need BROWSE_PROJECTS", () => {
  expect(holders({ VIEW_AGGREGATED_DATA: [{ user: "bob" }] }, "AB", "VIEW_AGGREGATED_DATA")).toEqual(["bob"]);
});

test("browsing as a reporter opens the reporter's issues and no other", () => {
  const grants = { BROWSE_PROJECTS: ["reporter"], EDIT_ISSUES: ["anyone"] };
  expect(holders(grants, "AB-1")).toEqual(["ann"]);
  expect(holders(grants, "AB-2")).toEqual(["bob"]);
});

test("the deciding grant is the evidence", () => {
  const site = plant({ BROWSE_PROJECTS: [{ user: "ann" }, { user: "bob" }] });
  const decision = decidePermission(site, subjectOf(site, "bob"), "BROWSE_PROJECTS", placeOf(site, "AB"));
  const [scheme] = site.schemes;
  expect(decision).toEqual({ allowed: true, by: { scheme, grant: scheme?.grants[1] } });
});

describe("in a team-managed project", () => {
  test.each([
    ["BROWSE_PROJECTS", ["ann", "bob", "agent"]],
    ["ADD_COMMENTS", ["ann", "bob", "agent"]],
    ["CREATE_ISSUES", ["ann", "bob"]],
    ["DELETE_ISSUES", ["bob"]],
    ["ADMINISTER_PROJECTS", ["bob"]],
  ])("%s follows from the project's own roles, whatever the schemes say", (key, expected) => {
    expect(holders({ BROWSE_PROJECTS: ["anyone"], [key]: ["anyone"] }, "TM", key)).toEqual(expected);
  });

  test("the role and the member are the evidence", () => {
    const site = plant({});
    const decision = decidePermission(site, subjectOf(site, "agent"), "BROWSE_PROJECTS", placeOf(site, "TM"));
    expect(decision).toMatchObject({
      allowed: true,
      by: { role: { name: "Viewer" }, actor: { user: expect.any(String) } },
    });
  });
});

test("global permissions come from groups, and not to those without access", () => {
  const site = plant({});
  const having = everybody.filter((email) => hasGlobalPermission(site, subjectOf(site, email), "USER_PICKER"));
  expect(having).toEqual(["ann", "bob"]);
});
