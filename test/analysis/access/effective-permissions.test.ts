import { describe, expect, test } from "vitest";
import { indexAccess } from "../../../src/analysis/access/access-index.js";
import { describePath } from "../../../src/analysis/access/describe-path.js";
import { decide, decideGlobal } from "../../../src/analysis/access/effective-permissions.js";
import { decideLevels } from "../../../src/analysis/access/security-levels.js";
import { plantSite } from "../../../src/emulator/seed/plant-site.js";
import { parseSeed, type Seed, type SeedHolder } from "../../../src/emulator/seed/seed.js";
import type { SiteAccess } from "../../../src/model/site-access.js";
import { siteAccessOf } from "../site-access-of.js";

const world: Seed = {
  applications: { "jira-software": { name: "Jira Software", groups: ["users"] } },
  accounts: [
    { email: "ann" },
    { email: "bob" },
    { email: "unlicensed" },
    { email: "gone", active: false },
    { email: "robot", type: "app" },
  ],
  groups: {
    users: { members: ["ann", "bob", "gone"], globalPermissions: ["BULK_CHANGE"] },
    team: { members: ["ann", "unlicensed"] },
  },
  customFields: {
    customfield_1: { name: "People", holds: "users" },
    customfield_2: { name: "Groups", holds: "groups" },
  },
  projectRoles: { Developers: {} },
  issueSecuritySchemes: { Secrets: { levels: { Board: [{ user: "bob" }], Own: ["reporter"] } } },
  projects: [
    {
      key: "PAY",
      name: "Pay",
      lead: "bob",
      issueSecurityScheme: "Secrets",
      roles: { Developers: { users: ["ann"], groups: ["team"] } },
    },
    { key: "TM", name: "Team", lead: "bob", management: "team", roles: {} },
  ],
};

function plant(grants: Record<string, SeedHolder[]>, change: (site: SiteAccess) => SiteAccess = (site) => site) {
  const site = change(siteAccessOf(plantSite(parseSeed({ ...world, permissionSchemes: { Default: { grants } } }))));
  const idOf = (email: string) => [...site.accounts.values()].find((one) => one.email === email)?.id ?? email;
  const projectOf = (key: string) => [...site.projects.values()].find((one) => one.key === key)?.id ?? key;
  return {
    ask: (email: string, permission: string, key = "PAY") =>
      decide(indexAccess(site), { account: idOf(email), project: projectOf(key), permission }),
    levels: (email: string) =>
      decideLevels(indexAccess(site), { account: idOf(email), project: projectOf("PAY") })?.map(
        ({ level, outcome }) => `${level.name} ${outcome}`,
      ),
    askGlobal: (email: string, permission: string) => decideGlobal(indexAccess(site), idOf(email), permission),
  };
}

const browse = { BROWSE_PROJECTS: ["anyone"] };

describe("every path is evidence, and is told as", () => {
  test.each<[string, SeedHolder, string[]]>([
    ["ann", "anyone", ["because the Default scheme grants it to anyone, even without logging in"]],
    ["ann", "applicationRole", ["because the Default scheme grants it to everybody who is logged in"]],
    ["ann", { user: "ann" }, ["by name, as the Default scheme grants it to this account itself"]],
    ["bob", "projectLead", ["as the lead of the project, whom the Default scheme grants it to"]],
    ["ann", { group: "team" }, ["through group team, which the Default scheme grants it to"]],
    [
      "ann",
      { projectRole: "Developers" },
      [
        "through project role Developers, which the Default scheme grants it to",
        "through group team in project role Developers, which the Default scheme grants it to",
      ],
    ],
    [
      "bob",
      { applicationRole: "jira-software" },
      ["through group users, which gives a licence for Jira Software, whose users the Default scheme grants it to"],
    ],
    ["bob", "reporter", ["as the reporter of an issue, whom the Default scheme grants it to"]],
    ["bob", "assignee", ["as the assignee of an issue, whom the Default scheme grants it to"]],
    [
      "bob",
      { userCustomField: "customfield_1" },
      ["as somebody whom an issue names in customfield_1, whom the Default scheme grants it to"],
    ],
    [
      "bob",
      { groupCustomField: "customfield_2" },
      ["through a group that an issue names in customfield_2, which the Default scheme grants it to"],
    ],
    ["robot", { groupCustomField: "customfield_2" }, []],
    ["bob", { group: "team" }, []],
    ["bob", "sd.customer.portal.only", []],
  ])("%s through %j", (email, holder, told) => {
    const { paths } = plant({ ...browse, EDIT_ISSUES: [holder] }).ask(email, "EDIT_ISSUES");
    expect(paths.map(describePath)).toEqual(told);
  });
});

test("a permission is denied without a permission that it needs, and the verdict names that and still tells the paths", () => {
  const verdict = plant({ ...browse, SCHEDULE_ISSUES: [{ user: "ann" }] }).ask("ann", "SCHEDULE_ISSUES");
  expect(verdict).toMatchObject({ outcome: "denied", missing: [{ kind: "grant", permission: "EDIT_ISSUES" }] });
  expect(verdict.paths).toHaveLength(1);
});

test("a permission is conditional when it, or one that it needs, is held on some issues only", () => {
  const site = plant({ BROWSE_PROJECTS: ["reporter", "assignee"], EDIT_ISSUES: [{ user: "ann" }] });
  expect(site.ask("ann", "EDIT_ISSUES")).toMatchObject({
    outcome: "conditional",
    conditions: [{ permission: "BROWSE_PROJECTS", anyOf: [{ kind: "reporter" }, { kind: "assignee" }] }],
  });
});

test("one unconditional path makes it allowed", () => {
  const site = plant({ BROWSE_PROJECTS: ["reporter", { group: "users" }] });
  expect(site.ask("ann", "BROWSE_PROJECTS")).toMatchObject({ outcome: "allowed", paths: { length: 2 } });
});

test.each([
  ["gone", "inactive"],
  ["unlicensed", "unlicensed"],
])("the account %s may do nothing: it is %s", (email, reason) => {
  const verdict = plant(browse).ask(email, "BROWSE_PROJECTS");
  expect(verdict).toMatchObject({ outcome: "denied", missing: [{ kind: "access", reason }] });
});

test("an app needs no licence", () => {
  expect(plant(browse).ask("robot", "BROWSE_PROJECTS").outcome).toBe("allowed");
});

describe("what the model cannot tell is unknown, not denied", () => {
  test.each([
    ["ann", "TM", { kind: "team-managed" }],
    ["nobody", "PAY", { kind: "account" }],
    ["ann", "NOPE", { kind: "project" }],
  ])("%s in %s", (email, key, why) => {
    expect(plant(browse).ask(email, "BROWSE_PROJECTS", key)).toMatchObject({ outcome: "unknown", why });
  });

  test("roles that nobody read, unless another path decides", () => {
    const site = plant({ BROWSE_PROJECTS: [{ projectRole: "Developers" }, { user: "bob" }] }, (site) => ({
      ...site,
      projects: new Map([...site.projects].map(([id, one]) => [id, { ...one, actors: new Map() }])),
    }));
    expect(site.ask("ann", "BROWSE_PROJECTS")).toMatchObject({ outcome: "unknown", why: { kind: "roles" } });
    expect(site.ask("bob", "BROWSE_PROJECTS")).toMatchObject({ outcome: "allowed" });
  });

  test("global permissions of an account that the site was not asked about", () => {
    const site = plant({}, (site) => ({ ...site, globalPermissions: new Map() }));
    expect(site.askGlobal("ann", "BULK_CHANGE")).toMatchObject({ outcome: "unknown" });
  });
});

test("global permissions are those that the site told of", () => {
  expect(plant({}).askGlobal("ann", "BULK_CHANGE")).toEqual({ outcome: "allowed" });
  expect(plant({}).askGlobal("ann", "ADMINISTER")).toMatchObject({ outcome: "denied" });
});

test("issues of a security level are seen by its holders only", () => {
  expect(plant(browse).levels("bob")).toEqual(["Board seen", "Own conditional"]);
  expect(plant(browse).levels("ann")).toEqual(["Board hidden", "Own conditional"]);
});
