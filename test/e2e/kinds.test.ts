import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { describeSite } from "../../infra/demo/describe-site.js";
import { type Site, startSite } from "../../infra/demo/site.js";
import { type Declared, type LibraryProject, openLibraryProject } from "../helpers/library-project.js";
import { writesAmong } from "../helpers/stack-project.js";

const first: Readonly<Record<string, Declared>> = {
  robots: { kind: "ProjectRole", args: { name: "Robots", description: "Programs" } },
  whole: {
    kind: "PermissionScheme",
    args: {
      name: "Robot scheme",
      grants: {
        ADMINISTER_PROJECTS: [{ projectRole: "Administrators" }],
        BROWSE_PROJECTS: ["projectRole:Robots", { user: "ann@acme.example" }, "assignee", { group: "auditors" }],
      },
    },
    dependsOn: ["robots"],
  },
  open: { kind: "PermissionScheme", args: { name: "Hand-kept scheme", description: "Grants are kept by hand" } },
  holder: {
    kind: "HolderGrants",
    args: { scheme: "Legacy open scheme", holder: { projectRole: "Robots" }, permissions: ["BROWSE_PROJECTS"] },
    dependsOn: ["robots"],
  },
  actors: {
    kind: "ProjectRoleActors",
    args: { project: "WEB", role: "Robots", users: ["triage@acme.example"], groups: ["auditors"] },
    dependsOn: ["robots"],
  },
  association: {
    kind: "ProjectPermissionScheme",
    args: { project: "WEB", scheme: "Robot scheme" },
    dependsOn: ["whole", "actors"],
  },
};

/** A component: a role, its grants in a scheme, its actor in a project, and the proof of what comes of them. */
const bot: Declared = {
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
      allow: { lastAdministrator: "robots need nobody" },
    },
    dependsOn: ["robots"],
  },
  open: { kind: "PermissionScheme", args: { name: "Hand-kept scheme", description: "Still kept by hand" } },
  holder: {
    kind: "HolderGrants",
    args: { scheme: "Legacy open scheme", holder: "projectRole:Robots", permissions: ["ADD_COMMENTS"] },
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
};

const stackItself = 1;
const botWithParts = 5;
const count = Object.keys(first).length;
const countOfAll = count + botWithParts + stackItself;

describe("every kind of resource in somebody's own program", () => {
  let site: Site;
  let project: LibraryProject;
  let found: string;

  beforeAll(async () => {
    site = await startSite(false);
    project = await openLibraryProject(site);
    found = await describeSite(site);
  });
  afterAll(() => {
    site.stop();
    project.remove();
  });

  const up = () => project.pulumi("up", "--yes", "--skip-preview");

  const expectSettled = async () => {
    expect((await project.pulumi("preview", "--expect-no-changes")).stdout).toContain(`${countOfAll} unchanged`);
    await site.takeRequests();
    expect((await up()).stdout).toContain(`${countOfAll} unchanged`);
    expect(writesAmong(await site.takeRequests())).toEqual([]);
  };

  test("is created, and then nothing is left to do", async () => {
    project.declare({ ...first, bot });
    expect((await up()).stdout).toContain(`${countOfAll} created`);
    await expectSettled();
  });

  test("is updated in place, and then nothing is left to do", async () => {
    project.declare({ ...second, bot });
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
    expect(await describeSite(site)).toBe(found);
    await project.pulumi("destroy", "--yes", "--skip-preview");
  });
});
