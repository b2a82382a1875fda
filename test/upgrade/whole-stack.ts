import type { Seed } from "../../src/emulator/seed/seed.js";
import type { Declared } from "../helpers/library-project.js";

/** A small site, told in full so that no later change of the built-in one touches it. */
export const smallSite: Seed = {
  name: "Small site",
  applications: { "jira-software": { groups: ["jira-users"] } },
  accounts: [
    { email: "admin@acme.example", token: "emulator-admin-token" },
    { email: "ann@acme.example" },
    { email: "bob@acme.example" },
    { email: "robot@acme.example" },
  ],
  groups: {
    "jira-users": { members: ["admin@acme.example", "ann@acme.example", "bob@acme.example", "robot@acme.example"] },
    administrators: {
      members: ["admin@acme.example"],
      globalPermissions: ["ADMINISTER", "SYSTEM_ADMIN", "USER_PICKER"],
    },
    auditors: { members: ["ann@acme.example"] },
  },
  projectRoles: {
    Administrators: { id: 10002, defaultActors: { groups: ["administrators"] } },
    Viewers: { id: 10003 },
  },
  permissionSchemes: {
    Default: {
      grants: { ADMINISTER_PROJECTS: [{ projectRole: "Administrators" }], BROWSE_PROJECTS: ["applicationRole"] },
    },
    Legacy: { grants: { ADMINISTER_PROJECTS: [{ projectRole: "Administrators" }], BROWSE_PROJECTS: ["anyone"] } },
  },
  projects: [
    {
      key: "PAY",
      name: "Payments",
      lead: "admin@acme.example",
      roles: { Administrators: { users: ["admin@acme.example"] } },
    },
    { key: "WEB", name: "Website", lead: "ann@acme.example", roles: { Viewers: { groups: ["auditors"] } } },
  ],
};

/** One resource of every kind at least, and of every form that a kind has. */
export const wholeStack: Readonly<Record<string, Declared>> = {
  robots: { kind: "ProjectRole", args: { name: "Robots", description: "Programs" } },
  people: { kind: "Group", args: { name: "people" } },
  helpers: { kind: "Group", args: { name: "helpers" } },
  invited: { kind: "User", args: { email: "invited@acme.example", products: ["jira-software"] } },
  members: {
    kind: "GroupMembers",
    args: { group: "people", users: ["ann@acme.example", "bob@acme.example"] },
    dependsOn: ["people"],
  },
  member: { kind: "GroupMember", args: { group: "helpers", user: "robot@acme.example" }, dependsOn: ["helpers"] },
  whole: {
    kind: "PermissionScheme",
    args: {
      name: "Robot scheme",
      description: "For programs",
      grants: {
        ADMINISTER_PROJECTS: [{ projectRole: "Administrators" }],
        BROWSE_PROJECTS: ["projectRole:Robots", { user: "ann@acme.example" }, "assignee", { group: "people" }],
      },
    },
    dependsOn: ["robots", "people"],
  },
  open: { kind: "PermissionScheme", args: { name: "Hand-kept scheme" } },
  adopted: { kind: "ProjectRole", args: { name: "Viewers", description: "Who only look", adopt: true } },
  holder: {
    kind: "HolderGrants",
    args: { scheme: "Legacy", holder: { projectRole: "Robots" }, permissions: ["BROWSE_PROJECTS", "ADD_COMMENTS"] },
    dependsOn: ["robots"],
  },
  grant: {
    kind: "PermissionGrant",
    args: { scheme: "Legacy", permission: "EDIT_OWN_COMMENTS", holder: { group: "auditors" } },
  },
  defaults: {
    kind: "DefaultRoleActors",
    args: { role: "Robots", users: ["robot@acme.example"], groups: ["auditors"] },
    dependsOn: ["robots"],
  },
  actors: {
    kind: "ProjectRoleActors",
    args: { project: "WEB", role: "Robots", users: ["robot@acme.example"], groups: ["helpers"] },
    dependsOn: ["robots", "helpers"],
  },
  actor: {
    kind: "ProjectRoleActor",
    args: { project: "PAY", role: "Viewers", user: "bob@acme.example" },
    dependsOn: ["adopted"],
  },
  actorGroup: {
    kind: "ProjectRoleActor",
    args: { project: "PAY", role: "Administrators", group: "auditors" },
  },
  association: {
    kind: "ProjectPermissionScheme",
    args: { project: "WEB", scheme: "Robot scheme" },
    dependsOn: ["whole", "actors"],
  },
  proof: {
    kind: "AccessProof",
    args: {
      accounts: { robot: { account: "robot@acme.example", projects: ["WEB"], permissions: ["BROWSE_PROJECTS"] } },
    },
    dependsOn: ["association", "holder", "grant", "actor", "actorGroup"],
  },
};
