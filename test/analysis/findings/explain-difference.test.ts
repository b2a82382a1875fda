import { expect, test } from "vitest";
import { indexAccess } from "../../../src/analysis/access/access-index.js";
import { explainDifference } from "../../../src/analysis/findings/explain-difference.js";
import { plantSite } from "../../../src/emulator/seed/plant-site.js";
import { parseSeed, type SeedHolder } from "../../../src/emulator/seed/seed.js";
import type { AccessDifference } from "../../../src/model/access-finding.js";
import { siteAccessOf } from "../site-access-of.js";

/** The kind and the reason of a difference on a site with one bot, whose scheme has these grants. */
function explain(grants: Record<string, SeedHolder[]>, difference: AccessDifference, who = "bot") {
  const seed = {
    applications: { "jira-software": { name: "Jira", groups: ["users"] } },
    accounts: [{ email: "bot" }, { email: "unlicensed" }],
    groups: { users: { members: ["bot"] }, helpers: { members: ["bot"] } },
    projectRoles: { Bots: {} },
    permissionSchemes: { Default: { grants } },
    projects: [
      { key: "PAY", name: "Pay", lead: "bot", roles: { Bots: { groups: ["helpers"] } } },
      { key: "IDEA", name: "Ideas", lead: "bot", management: "team" },
    ],
  };
  const site = siteAccessOf(plantSite(parseSeed(seed)));
  const account = [...site.accounts.values()].find(({ email }) => email === who)?.id;
  const projects = new Map([...site.projects.values()].map(({ key, id }) => [key, id]));
  const { kind, why } = explainDifference(indexAccess(site), account, difference, projects);
  return `${kind}: ${why}`;
}

const browse: Record<string, SeedHolder[]> = { BROWSE_PROJECTS: [{ group: "users" }] };
const extra = { kind: "extra", permission: "DELETE_ISSUES", project: "PAY" } as const;
const missing = { ...extra, kind: "missing" } as const;
const global = { kind: "extra", permission: "ADMINISTER" } as const;

test.each<[string, Record<string, SeedHolder[]>, AccessDifference, string]>([
  [
    "every way to it, but not those that are open on some issues only",
    { ...browse, DELETE_ISSUES: [{ projectRole: "Bots" }, "reporter", "projectLead"] },
    extra,
    "extra: through group helpers in project role Bots, which the Default scheme grants it to; also as the lead of the project, whom the Default scheme grants it to",
  ],
  [
    "that it is a note, where it is held on some issues only",
    { ...browse, DELETE_ISSUES: ["reporter"] },
    extra,
    "note: on some issues only: as the reporter of an issue, whom the Default scheme grants it to",
  ],
  ["that nothing explains it", browse, extra, "extra: the site says so, and nothing that can be read explains it"],
  [
    "that a team-managed project has its own rules",
    browse,
    { ...extra, project: "IDEA" },
    "extra: the project is team-managed, and keeps its own rules",
  ],
  ["the groups that a global permission can come from", {}, global, "extra: through one of its groups: helpers, users"],
])("says of what an account has %s", (_, grants, difference, expected) => {
  expect(explain(grants, difference)).toBe(expected);
});

test.each<[string, Record<string, SeedHolder[]>, string]>([
  ["that nothing gives it", browse, "no grant of it reaches the account"],
  [
    "what else it needs",
    { DELETE_ISSUES: ["anyone"] },
    "no grant of BROWSE_PROJECTS, which it needs, reaches the account",
  ],
  [
    "that it is held on some issues only",
    { ...browse, DELETE_ISSUES: ["assignee"] },
    "held on some issues only: as the assignee of an issue, whom the Default scheme grants it to",
  ],
])("says of what an account lacks %s", (_, grants, expected) => {
  expect(explain(grants, missing)).toBe(`missing: ${expected}`);
});

test("says that an account cannot use Jira, or is not there, and that a project is not", () => {
  expect(explain(browse, missing, "unlicensed")).toContain("missing: the account is unlicensed");
  expect(explain(browse, missing, "nobody")).toBe("missing: no such account can be seen on the site");
  expect(explain(browse, { ...missing, project: "OLD" })).toBe("missing: no such project can be seen on the site");
});
