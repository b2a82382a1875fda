import { grantablePermissionKeys, permissions } from "../../catalogue/permissions.js";
import { commentPermissions, lookingPermissions, workPermissions } from "../rules/permissions/usual-permissions.js";
import type { Seed, SeedHolder } from "./seed.js";

const people = ["admin", "ann", "bob", "carla", "dmitri", "eve", "farid", "grace", "hugo", "ines", "jonas", "kim"];
const robots = ["release-notes", "triage"];

const provisioner = "provisioner@serviceaccount.atlassian.com";

const readingScopes = ["read:jira-user", "read:jira-work"];
const managingScopes = [...readingScopes, "manage:jira-configuration", "manage:jira-project"];
const managingToken = { token: "emulator-scoped-token", scopes: managingScopes };
const readingToken = { token: "emulator-read-only-token", scopes: readingScopes };

const globalPermissions = Object.entries(permissions)
  .filter(([, { level }]) => level === "global")
  .map(([key]) => key);

const staffPermissions = [
  "BROWSE_PROJECTS",
  "VIEW_VOTERS_AND_WATCHERS",
  ...commentPermissions,
  ...workPermissions,
  ...lookingPermissions,
];

/** The built-in site: a small company, and two accounts for integrations that may do nothing yet. */
export const acme: Seed = {
  name: "Acme",
  plan: "standard",
  applications: { "jira-software": { name: "Jira", groups: ["jira-software-users"] } },
  accounts: [
    { email: email("admin"), tokens: [managingToken, readingToken] },
    ...emails(...people.slice(1), ...robots).map((email) => ({ email })),
    {
      email: provisioner,
      displayName: "Provisioner",
      type: "app",
      appType: "service",
      tokens: [{ token: "emulator-provisioner-token", scopes: managingScopes }],
    },
  ],
  accessTokens: [{ token: "emulator-access-token", account: email("admin"), scopes: managingScopes }],
  oauthClients: [
    { id: "emulator-client", secret: "emulator-client-secret", account: provisioner, scopes: managingScopes },
  ],
  groups: {
    "jira-administrators": { members: [...emails("admin"), provisioner], globalPermissions },
    "jira-software-users": { members: emails(...people, ...robots) },
    "acme-staff": { members: emails(...people), globalPermissions: ["USER_PICKER", "CREATE_SHARED_OBJECTS"] },
    "pay-devs": { members: emails("ann", "bob", "carla") },
    "web-devs": { members: emails("dmitri", "farid") },
    "ops-team": { members: emails("grace", "hugo") },
    "support-agents": { members: emails("ines", "jonas") },
    auditors: { members: emails("eve") },
  },
  customFields: {
    customfield_10010: { name: "Reviewers", holds: "users" },
    customfield_10011: { name: "Teams", holds: "groups" },
  },
  projectRoles: { Administrators: { id: 10002, description: "People who run a project" } },
  permissionSchemes: {
    "Default Permission Scheme": {
      description: "What every project starts with",
      grants: give([
        [grantablePermissionKeys, { projectRole: "Administrators" }],
        [staffPermissions, { group: "acme-staff" }],
      ]),
    },
    "Legacy open scheme": {
      description: "No project uses it any more",
      grants: give([
        [["ADMINISTER_PROJECTS"], { projectRole: "Administrators" }],
        [["BROWSE_PROJECTS", "CREATE_ISSUES", "ADD_COMMENTS"], "applicationRole"],
        [["DELETE_ALL_COMMENTS", "DELETE_ISSUES", "EDIT_ISSUES"], { group: "acme-staff" }],
      ]),
    },
  },
  projects: [
    {
      ...company("PAY", "Payments", "ann"),
      issues: [
        {
          summary: "Card payments fail on the first try",
          type: "Bug",
          status: "In Progress",
          reporter: email("bob"),
          assignee: email("ann"),
          comments: [
            { author: email("bob"), body: "It happens with every new card." },
            { author: email("ann"), body: "The gateway answers too late." },
          ],
        },
        { summary: "Refunds in instalments", type: "Story", reporter: email("carla") },
        { summary: "Write down how settlement works", status: "Done", reporter: email("ann"), assignee: email("bob") },
      ],
    },
    {
      ...company("WEB", "Website", "dmitri"),
      issues: [
        {
          summary: "Start page loads slowly",
          type: "Bug",
          reporter: email("farid"),
          comments: [{ author: email("dmitri"), body: "The pictures are too large." }],
        },
        { summary: "Dark colours", type: "Story", reporter: email("dmitri"), assignee: email("farid") },
      ],
    },
    {
      ...company("OPS", "Operations", "grace"),
      issues: [
        {
          summary: "Renew the certificates",
          reporter: email("hugo"),
          comments: [{ author: email("grace"), body: "Due at the end of the month." }],
        },
      ],
    },
    {
      ...company("SUP", "Support", "ines"),
      issues: [
        {
          summary: "Customer cannot log in",
          reporter: email("jonas"),
          comments: [{ author: email("ines"), body: "Asked for the address of the page." }],
        },
      ],
    },
    {
      ...company("HR", "People", "kim"),
      issues: [
        {
          summary: "Plan the summer party",
          reporter: email("kim"),
          comments: [{ author: email("kim"), body: "Not before July." }],
        },
      ],
    },
    {
      key: "IDEA",
      name: "Ideas",
      lead: email("carla"),
      management: "team",
      roles: {
        Administrator: { users: emails("carla") },
        Member: { groups: ["pay-devs"] },
        Viewer: { groups: ["auditors"] },
      },
      issues: [{ summary: "Pay by voice", type: "Story", reporter: email("carla") }],
    },
  ],
};

function company(key: string, name: string, lead: string) {
  return { key, name, lead: email(lead), roles: { Administrators: { users: emails("admin", lead) } } };
}

function email(person: string): string {
  return `${person}@acme.example`;
}

function emails(...persons: string[]): string[] {
  return persons.map(email);
}

function give(rows: readonly (readonly [keys: readonly string[], holder: SeedHolder])[]): Record<string, SeedHolder[]> {
  const grants: Record<string, SeedHolder[]> = {};
  for (const [keys, holder] of rows) {
    for (const key of keys) grants[key] = [...(grants[key] ?? []), holder];
  }
  return grants;
}
