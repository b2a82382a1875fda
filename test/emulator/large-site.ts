import type { Seed } from "../../src/emulator/seed/seed.js";

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);
const people = numbers(2000).map((number) => `user${number}@acme.example`);
/** Who administers the large site. */
export const admin = "admin@acme.example";
const roles = ["Developers", "Administrators"];

const own = ["EDIT_OWN_COMMENTS", "DELETE_OWN_COMMENTS", "EDIT_OWN_WORKLOGS", "DELETE_OWN_WORKLOGS"];
const daily = [
  "BROWSE_PROJECTS",
  "ADD_COMMENTS",
  "CREATE_ISSUES",
  "EDIT_ISSUES",
  "ASSIGN_ISSUES",
  "LINK_ISSUES",
  ...own,
];
const grave = ["DELETE_ISSUES", "ADMINISTER_PROJECTS", "DELETE_ALL_COMMENTS", "EDIT_ALL_COMMENTS", "MODIFY_REPORTER"];

/** A site of 500 projects, 50 schemes, 2,000 people in 41 groups. */
export const large: Seed = {
  applications: { "jira-software": { groups: ["users"] } },
  accounts: [admin, ...people].map((email) => ({ email })),
  groups: {
    users: { members: [admin, ...people] },
    admins: { members: [admin], globalPermissions: ["ADMINISTER", "USER_PICKER"] },
    ...Object.fromEntries(
      numbers(39).map((group) => [`team${group}`, { members: people.filter((_, number) => number % 39 === group) }]),
    ),
  },
  projectRoles: Object.fromEntries(roles.map((role) => [role, {}])),
  permissionSchemes: Object.fromEntries(
    numbers(50).map((scheme) => {
      const everyday = daily.map((key) => [key, [{ projectRole: "Developers" }, { group: `team${scheme % 39}` }]]);
      const rest = grave.map((key) => [key, [{ projectRole: "Administrators" }, "projectLead"]]);
      return [`Scheme ${scheme}`, { grants: Object.fromEntries([...everyday, ...rest]) }];
    }),
  ),
  projects: numbers(500).map((number) => ({
    key: `P${number}`,
    name: `Project ${number}`,
    lead: people[number] ?? admin,
    permissionScheme: `Scheme ${number % 50}`,
    roles: {
      Developers: { groups: [`team${number % 39}`], users: people.slice(number, number + 20) },
      Administrators: { users: [people[number] ?? admin] },
    },
  })),
};
