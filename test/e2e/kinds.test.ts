import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Site, startSite } from "../../infra/trial/site.js";
import { type DescribedSite, describeState } from "../helpers/describe-state.js";
import { type Declared, type LibraryProject, openLibraryProject } from "../helpers/library-project.js";
import { writesAmong } from "../helpers/stack-project.js";

const service = "provisioner@serviceaccount.atlassian.com";
const program = "bot@acme.example";
const legacy = "Legacy open scheme";

const first: Readonly<Record<string, Declared>> = {
  robots: { kind: "ProjectRole", args: { name: "Robots", description: "Programs" } },
  whole: {
    kind: "PermissionScheme",
    args: {
      name: "Robot scheme",
      grants: {
        ADMINISTER_PROJECTS: [{ projectRole: "Administrators" }],
        BROWSE_PROJECTS: ["projectRole:Robots", { user: "ann@acme.example" }, "assignee", { group: "auditors" }],
        ADD_COMMENTS: ["anyone", "applicationRole", { applicationRole: "jira-software" }, "reporter", "projectLead"],
        EDIT_ISSUES: [
          { userCustomField: "customfield_10010" },
          { groupCustomField: "customfield_10011" },
          "sd.customer.portal.only",
        ],
      },
    },
    dependsOn: ["robots"],
  },
  open: { kind: "PermissionScheme", args: { name: "Hand-kept scheme", description: "Grants are kept by hand" } },
  holder: {
    kind: "HolderGrants",
    args: { scheme: legacy, holder: { projectRole: "Robots" }, permissions: ["BROWSE_PROJECTS"] },
    dependsOn: ["robots"],
  },
  actors: {
    kind: "ProjectRoleActors",
    args: { project: "WEB", role: "Robots", users: ["triage@acme.example", service], groups: ["auditors"] },
    dependsOn: ["robots"],
  },
  association: {
    kind: "ProjectPermissionScheme",
    args: { project: "WEB", scheme: "Robot scheme" },
    dependsOn: ["whole", "actors"],
  },
  bot: { kind: "User", args: { email: program, products: [], removeOnDestroy: true } },
  crew: { kind: "Group", args: { name: "crew" } },
  members: { kind: "GroupMembers", args: { group: "crew", users: [program, service] }, dependsOn: ["crew", "bot"] },
  member: { kind: "GroupMember", args: { group: "auditors", user: program }, dependsOn: ["bot"] },
  grant: {
    kind: "PermissionGrant",
    args: { scheme: legacy, permission: "LINK_ISSUES", holder: { group: "crew" } },
    dependsOn: ["crew"],
  },
  person: {
    kind: "ProjectRoleActor",
    args: { project: "PAY", role: "Administrators", user: program },
    dependsOn: ["bot"],
  },
  defaults: {
    kind: "DefaultRoleActors",
    args: { role: "Administrators", users: [service], groups: ["crew"] },
    dependsOn: ["crew"],
  },
};

/** A component: a role, its grants in a scheme, its actor in a project, and the proof of what comes of them. */
const integration: Declared = {
  kind: "IntegrationUser",
  args: {
    account: "triage@acme.example",
    projects: ["OPS"],
    schemes: ["Default Permission Scheme"],
    permissions: ["BROWSE_PROJECTS", "ADD_COMMENTS"],
  },
};

const second: Readonly<Record<string, Declared>> = {
  ...first,
  robots: { kind: "ProjectRole", args: { name: "Robots", description: "Programs that read" } },
  whole: {
    kind: "PermissionScheme",
    args: {
      name: "Scheme of robots",
      grants: { BROWSE_PROJECTS: ["projectRole:Robots", "reporter"] },
      allow: { lastAdministrator: "robots need nobody", removals: 12 },
    },
    dependsOn: ["robots"],
  },
  open: { kind: "PermissionScheme", args: { name: "Hand-kept scheme", description: "Still kept by hand" } },
  holder: {
    kind: "HolderGrants",
    args: { scheme: legacy, holder: "projectRole:Robots", permissions: ["ADD_COMMENTS"] },
    dependsOn: ["robots"],
  },
  actors: {
    kind: "ProjectRoleActors",
    args: { project: "WEB", role: "Robots", users: ["release-notes@acme.example"] },
    dependsOn: ["robots"],
  },
  association: {
    kind: "ProjectPermissionScheme",
    args: { project: "WEB", scheme: "Scheme of robots", allow: { lastAdministrator: "robots need nobody" } },
    dependsOn: ["whole", "actors"],
  },
  crew: { kind: "Group", args: { name: "crew", deleteAdopted: true } },
  bot: { kind: "User", args: { email: program, products: ["jira-software"], removeOnDestroy: true } },
  members: { kind: "GroupMembers", args: { group: "crew", users: ["eve@acme.example"] }, dependsOn: ["crew", "bot"] },
  member: { kind: "GroupMember", args: { group: "auditors", user: "ann@acme.example" }, dependsOn: ["bot"] },
  grant: {
    kind: "PermissionGrant",
    args: { scheme: legacy, permission: "ASSIGN_ISSUES", holder: { group: "crew" } },
    dependsOn: ["crew"],
  },
  person: {
    kind: "ProjectRoleActor",
    args: { project: "PAY", role: "Administrators", group: "crew" },
    dependsOn: ["crew"],
  },
  defaults: { kind: "DefaultRoleActors", args: { role: "Administrators", users: ["ann@acme.example"] } },
};

const stackItself = 1;
const integrationWithParts = 5;
const count = Object.keys(first).length;
const countOfAll = count + integrationWithParts + stackItself;

describe("every kind of resource in somebody's own program", () => {
  let site: Site;
  let project: LibraryProject;
  let found: DescribedSite;

  beforeAll(async () => {
    site = await startSite(false);
    project = await openLibraryProject(site);
    found = await described();
  });
  afterAll(() => {
    site.stop();
    project.remove();
  });

  const described = () =>
    describeState({
      control: async (request) => {
        const [method = "", path = ""] = request.split(" ");
        const answer = await fetch(`${site.controlUrl}${path}`, { method });
        return { status: answer.status, headers: answer.headers, body: await answer.json() };
      },
    });
  const up = () => project.pulumi("up", "--yes", "--skip-preview");

  const expectSettled = async () => {
    expect((await project.pulumi("preview", "--expect-no-changes")).stdout).toContain(`${countOfAll} unchanged`);
    await site.takeRequests();
    expect((await up()).stdout).toContain(`${countOfAll} unchanged`);
    expect(writesAmong(await site.takeRequests())).toEqual([]);
  };

  test("is created, and then nothing is left to do", async () => {
    project.declare({ ...first, integration });
    expect((await up()).stdout).toContain(`${countOfAll} created`);
    await expectSettled();
  });

  test("is updated in place, and then nothing is left to do", async () => {
    project.declare({ ...second, integration });
    const { stdout } = await up();
    expect(stdout).toContain(`${count} updated`);
    expect(stdout).not.toMatch(/replaced|created|deleted/);
    await expectSettled();
  });

  test("is made again when it is gone from the site", async () => {
    await site.reset();
    await up();
    await expectSettled();
  });

  test("is destroyed, and the site is as it was found", async () => {
    expect((await project.pulumi("destroy", "--yes", "--skip-preview")).stdout).toContain(`${countOfAll} deleted`);
    expect(await described()).toEqual(found);
    await project.pulumi("destroy", "--yes", "--skip-preview");
  });
});
