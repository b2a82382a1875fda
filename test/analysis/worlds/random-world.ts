import fc from "fast-check";
import type { Seed, SeedHolder } from "../../../src/emulator/seed/seed.js";

const groups = ["users", "agents", "team"];
const roles = ["Developers", "Readers"];
const schemes = ["First", "Second"];
const securitySchemes = ["Secrets"];
const levels = ["High", "Low"];

/** The people of every world, with what may be different about them. */
const people = ["ann", "bob", "cat", "app"];

/** The permissions that worlds grant: some that need others, some that need none, one that an app defines. */
export const granted = [
  "BROWSE_PROJECTS",
  "EDIT_ISSUES",
  "SCHEDULE_ISSUES",
  "DELETE_ISSUES",
  "ADMINISTER_PROJECTS",
  "EDIT_WORKFLOW",
  "VIEW_AGGREGATED_DATA",
  "planner__plan",
];

/** The global permissions that worlds grant. */
export const globals = ["ADMINISTER", "BULK_CHANGE"];

const some = <T>(items: readonly T[]) => fc.subarray([...items]);
const each = <T>(keys: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.record(Object.fromEntries(keys.map((key) => [key, value])));

const holder: fc.Arbitrary<SeedHolder> = fc.oneof(
  fc.constantFrom("anyone", "applicationRole", "projectLead", "reporter", "assignee", "sd.customer.portal.only"),
  fc.constantFrom("jira-software", "jira-servicedesk").map((applicationRole) => ({ applicationRole })),
  fc.constantFrom(...groups).map((group) => ({ group })),
  fc.constantFrom(...people).map((user) => ({ user })),
  fc.constantFrom(...roles).map((projectRole) => ({ projectRole })),
  fc.constant({ userCustomField: "customfield_1" }),
  fc.constant({ groupCustomField: "customfield_2" }),
);
// The emulator takes no grant twice.
const holders = fc.uniqueArray(holder, { maxLength: 3, selector: (one) => JSON.stringify(one) });

/** Grants of a scheme; Jira does not take this permission for customers of the portal. */
const grants = each(granted, holders).map((map) => ({
  ...map,
  VIEW_AGGREGATED_DATA: (map.VIEW_AGGREGATED_DATA ?? []).filter((one) => one !== "sd.customer.portal.only"),
}));

const issue = fc.record(
  {
    summary: fc.constant("An issue"),
    reporter: fc.constantFrom(...people),
    assignee: fc.constantFrom(...people),
    fields: fc.record({ customfield_1: some(people), customfield_2: some(groups) }),
    security: fc.constantFrom(...levels),
  },
  { requiredKeys: ["summary", "reporter", "fields"] },
);

const companyProject = (key: string) =>
  fc.record({
    key: fc.constant(key),
    name: fc.constant(key),
    lead: fc.constantFrom(...people),
    permissionScheme: fc.constantFrom(...schemes),
    issueSecurityScheme: fc.constantFrom(...securitySchemes),
    roles: each(roles, fc.record({ users: some(people), groups: some(groups) })),
    issues: fc.array(issue, { minLength: 1, maxLength: 2 }),
  });

const account = (email: string) =>
  fc.record({
    email: fc.constant(email),
    active: fc.integer({ min: 0, max: 4 }).map((chance) => chance > 0),
    type: fc.constant(email === "app" ? ("app" as const) : ("atlassian" as const)),
  });

/** Small sites in which everything that decides about access is left to chance. */
export const worlds: fc.Arbitrary<Seed> = fc
  .record({
    accounts: fc.tuple(...people.map(account)),
    applications: each(["jira-software", "jira-servicedesk"], fc.record({ groups: some(groups) })),
    groups: each(groups, fc.record({ members: some(people), globalPermissions: some(globals) })),
    permissionSchemes: each(schemes, fc.record({ grants })),
    issueSecuritySchemes: each(securitySchemes, fc.record({ levels: each(levels, holders) })),
    projects: fc.tuple(companyProject("AA"), companyProject("BB")),
  })
  .map((world) => ({
    ...world,
    customFields: {
      customfield_1: { name: "People", holds: "users" },
      customfield_2: { name: "Groups", holds: "groups" },
    },
    appPermissions: [{ key: "planner__plan", name: "Plan" }],
    projectRoles: Object.fromEntries(roles.map((name) => [name, {}])),
  }));
