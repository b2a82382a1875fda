import { expect } from "vitest";
import { accountId, startSite, type TestSite } from "../emulator/site.js";
import type { DescribedSite } from "../helpers/describe-state.js";
import { everyAllowance as allow } from "../helpers/every-allowance.js";
import { listLifecycles } from "./list-lifecycles.js";
import { roleId, schemeId, siteWithoutPay } from "./on-site.js";

type Inputs = Record<string, unknown>;

/** Any part of a described site; lists are exact. */
type Part = { readonly [Key in keyof DescribedSite]?: Readonly<Record<string, unknown>> };

/** What one kind of resource goes through. */
export interface Lifecycle {
  readonly kind: string;
  readonly prepare?: (site: TestSite) => Promise<unknown>;
  readonly first: Inputs;
  /** What the state holds of the first inputs. */
  readonly asChecked: Inputs;
  readonly second: Inputs;
  /** What the site holds after each. */
  readonly exact: { readonly first: Part; readonly second: Part };
  /** What somebody else does to the object, and how that shows in the inputs. */
  readonly tamper: (site: TestSite) => Promise<unknown>;
  readonly drift: Inputs;
  /** Takes the object from the site; gives the site to go on with where it is another. */
  readonly remove: (site: TestSite) => Promise<TestSite | undefined>;
}

const owner = "acme/test";
const mark = "[jira-access acme/test]";
const legacy = "Legacy open scheme";
const asStrangersHaveIt = [
  "ADD_COMMENTS applicationRole",
  "ADMINISTER_PROJECTS projectRole:Administrators",
  "BROWSE_PROJECTS applicationRole",
  "CREATE_ISSUES applicationRole",
];
const removeScheme = (name: string) => async (site: TestSite) => {
  await site.ask("admin", `DELETE /permissionscheme/${await schemeId(site, name)}`);
  return undefined;
};

/** The lifecycle of each kind, and of both ways to declare a scheme. */
export const lifecycles: Readonly<Record<string, Lifecycle>> = {
  "PermissionScheme with grants": {
    kind: "PermissionScheme",
    first: {
      name: "Delivery",
      description: "Teams",
      owner,
      grants: {
        BROWSE_PROJECTS: [{ projectRole: "Administrators" }, "group:auditors"],
        ADD_COMMENTS: ["assignee", { user: "eve@acme.example" }],
      },
    },
    asChecked: {
      grants: {
        ADD_COMMENTS: { assignee: true, "user:eve@acme.example": true },
        BROWSE_PROJECTS: { "group:auditors": true, "projectRole:Administrators": true },
      },
    },
    second: {
      name: "Delivery teams",
      owner,
      grants: { BROWSE_PROJECTS: ["group:auditors"], EDIT_ISSUES: ["reporter"] },
    },
    exact: {
      first: {
        schemes: {
          Delivery: {
            description: `Teams ${mark}`,
            grants: [
              "ADD_COMMENTS assignee",
              "ADD_COMMENTS user:eve@acme.example",
              "BROWSE_PROJECTS group:auditors",
              "BROWSE_PROJECTS projectRole:Administrators",
            ],
          },
        },
      },
      second: {
        schemes: {
          "Delivery teams": { description: mark, grants: ["BROWSE_PROJECTS group:auditors", "EDIT_ISSUES reporter"] },
        },
      },
    },
    async tamper(site) {
      const id = await schemeId(site, "Delivery teams");
      const permissions = [
        { permission: "EDIT_ISSUES", holder: { type: "reporter" } },
        {
          permission: "DELETE_ISSUES",
          holder: { type: "projectRole", parameter: await roleId(site, "Administrators") },
        },
      ];
      await site.ask("admin", `PUT /permissionscheme/${id}`, { name: "Anybody's", permissions });
    },
    drift: {
      name: "Anybody's",
      grants: { DELETE_ISSUES: { "projectRole:Administrators": true }, EDIT_ISSUES: { reporter: true } },
    },
    remove: removeScheme("Delivery"),
  },

  "PermissionScheme without grants": {
    kind: "PermissionScheme",
    first: { name: "Delivery", owner },
    asChecked: { name: "Delivery", description: "" },
    second: { name: "Delivery", description: "Teams", owner },
    exact: {
      first: { schemes: { Delivery: { description: mark, grants: expect.arrayContaining(asSeeded()) } } },
      second: { schemes: { Delivery: { description: `Teams ${mark}`, grants: expect.arrayContaining(asSeeded()) } } },
    },
    async tamper(site) {
      const body = { name: "Anybody's", description: "Free for all", permissions: [] };
      await site.ask("admin", `PUT /permissionscheme/${await schemeId(site, "Delivery")}`, body);
      await site.ask("admin", `PUT /permissionscheme/${await schemeId(site, "Anybody's")}`, {
        name: "Anybody's",
        permissions: asSeeded().map((grant) => ({
          permission: grant.split(" ")[0],
          holder: { type: "applicationRole" },
        })),
      });
    },
    drift: { name: "Anybody's", description: "Free for all" },
    remove: removeScheme("Delivery"),
  },

  HolderGrants: {
    kind: "HolderGrants",
    first: { scheme: legacy, holder: { group: "acme-staff" }, permissions: ["EDIT_ISSUES", "ADD_COMMENTS"] },
    asChecked: { holder: "group:acme-staff", permissions: { ADD_COMMENTS: true, EDIT_ISSUES: true } },
    second: { scheme: legacy, holder: "group:acme-staff", permissions: ["EDIT_ISSUES", "LINK_ISSUES"] },
    exact: {
      first: { schemes: { [legacy]: { grants: staffMay("ADD_COMMENTS", "EDIT_ISSUES") } } },
      second: { schemes: { [legacy]: { grants: staffMay("EDIT_ISSUES", "LINK_ISSUES") } } },
    },
    async tamper(site) {
      const holder = { type: "group", parameter: "acme-staff" };
      const grants = `/permissionscheme/${await schemeId(site, legacy)}/permission`;
      const { body } = await site.ask("admin", `GET ${grants}`);
      const edit = body.permissions.find(({ permission }: { permission: string }) => permission === "EDIT_ISSUES");
      await site.ask("admin", `DELETE ${grants}/${edit.id}`);
      await site.ask("admin", `POST ${grants}`, { permission: "DELETE_ALL_ATTACHMENTS", holder });
    },
    drift: { permissions: { DELETE_ALL_ATTACHMENTS: true, LINK_ISSUES: true } },
    remove: removeScheme(legacy),
  },

  ProjectPermissionScheme: {
    kind: "ProjectPermissionScheme",
    prepare: (site) => site.ask("admin", "POST /permissionscheme", { name: "Closed scheme" }),
    first: { project: "PAY", scheme: legacy },
    asChecked: { project: "PAY", scheme: legacy },
    second: { project: "PAY", scheme: "Closed scheme" },
    exact: {
      first: { projects: { PAY: { scheme: legacy } } },
      second: { projects: { PAY: { scheme: "Closed scheme" } } },
    },
    tamper: (site) => site.ask("admin", "PUT /project/PAY/permissionscheme", { id: 0 }),
    drift: { scheme: "Default Permission Scheme" },
    remove: () => startSite({ seed: siteWithoutPay }),
  },

  ProjectRole: {
    kind: "ProjectRole",
    first: { name: "Developers", description: "They build", owner },
    asChecked: { name: "Developers", description: "They build", owner },
    second: { name: "Engineers", owner },
    exact: {
      first: { roles: { Developers: `They build ${mark}` } },
      second: { roles: { Engineers: mark } },
    },
    async tamper(site) {
      const body = { name: "Wizards", description: "They conjure" };
      await site.ask("admin", `PUT /role/${await roleId(site, "Engineers")}`, body);
    },
    drift: { name: "Wizards", description: "They conjure" },
    async remove(site) {
      await site.ask("admin", `DELETE /role/${await roleId(site, "Developers")}`);
      return undefined;
    },
  },

  ProjectRoleActors: {
    kind: "ProjectRoleActors",
    first: { project: "PAY", role: "Administrators", users: ["bob@acme.example", "ann@acme.example"], allow },
    asChecked: { users: { "ann@acme.example": true, "bob@acme.example": true }, groups: {} },
    second: { project: "PAY", role: "Administrators", users: ["bob@acme.example"], groups: ["pay-devs"], allow },
    exact: {
      first: {
        projects: { PAY: { actors: ["Administrators: ann@acme.example", "Administrators: bob@acme.example"] } },
      },
      second: { projects: { PAY: { actors: ["Administrators: bob@acme.example", "Administrators: pay-devs"] } } },
    },
    async tamper(site) {
      const categorisedActors = {
        "atlassian-user-role-actor": [await accountId(site, "bob"), await accountId(site, "kim")],
        "atlassian-group-role-actor": ["web-devs"],
      };
      await site.ask("admin", `PUT /project/PAY/role/${await roleId(site, "Administrators")}`, { categorisedActors });
    },
    drift: { users: { "bob@acme.example": true, "kim@acme.example": true }, groups: { "web-devs": true } },
    remove: () => startSite({ seed: siteWithoutPay }),
  },

  ...listLifecycles,
};

function asSeeded(): string[] {
  return ["BROWSE_PROJECTS applicationRole", "VIEW_DEV_TOOLS applicationRole"];
}

function staffMay(...permissions: string[]): string[] {
  return [...asStrangersHaveIt, ...permissions.map((permission) => `${permission} group:acme-staff`)].sort();
}
