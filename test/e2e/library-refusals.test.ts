import { afterAll, beforeAll, expect, test } from "vitest";
import { type Site, startSite } from "../../infra/trial/site.js";
import { type Declared, type LibraryProject, openLibraryProject } from "../helpers/library-project.js";
import { runToFail, writesAmong } from "../helpers/stack-project.js";

const up = ["up", "--yes", "--skip-preview"];
const people = ["ann", "bob", "carla", "dmitri", "eve", "farid", "grace", "hugo"].map((who) => `${who}@acme.example`);

const crew = (users: readonly string[], more = {}): Declared => ({
  kind: "GroupMembers",
  args: { group: "pay-devs", users, ...more },
});
const scheme: Declared = {
  kind: "PermissionScheme",
  args: {
    name: "Robot scheme",
    grants: { ADMINISTER_PROJECTS: ["projectRole:Administrators"], BROWSE_PROJECTS: [{ group: "auditors" }] },
  },
};

let site: Site;
let project: LibraryProject;

beforeAll(async () => {
  site = await startSite(false);
  project = await openLibraryProject(site);
  project.declare({ crew: crew(people), scheme });
  await project.pulumi(...up);
});
afterAll(() => {
  site.stop();
  project.remove();
});

test("many removals from a list are refused before anything of it is written, until the program allows them", async () => {
  project.declare({ crew: crew(people.slice(0, 2)), scheme });
  await site.takeRequests();
  const { stdout } = await runToFail(project, ...up);
  expect(stdout).toContain('the group "pay-devs": 6 of 8 declared people would go at once: carla@acme.example');
  expect(stdout).toContain("allow: { removals: 6 }");
  expect(writesAmong(await site.takeRequests())).toEqual([]);

  project.declare({ crew: crew(people.slice(0, 2), { allow: { removals: 6 } }), scheme });
  await project.pulumi(...up);
  expect(writesAmong(await site.takeRequests())).toHaveLength(6);
  expect((await project.pulumi("preview", "--expect-no-changes")).stdout).toContain("unchanged");

  project.declare({ crew: crew(people.slice(0, 2)), scheme });
  await project.pulumi(...up);
  expect(writesAmong(await site.takeRequests())).toEqual([]);
  expect((await project.pulumi("preview", "--expect-no-changes")).stdout).toContain("unchanged");
});

test.each([
  ["by name", "Robot scheme"],
  ["by another resource's output", "output:scheme.name"],
])("a holder's grants beside the unchanged whole scheme, told %s, are refused in the preview", async (_, name) => {
  const holder: Declared = {
    kind: "HolderGrants",
    args: { scheme: name, holder: "assignee", permissions: ["EDIT_ISSUES"] },
    dependsOn: ["scheme"],
  };
  project.declare({ crew: crew(people.slice(0, 2)), scheme, holder });
  const { stdout } = await runToFail(project, "preview");
  expect(stdout).toContain(
    'the permission scheme "Robot scheme" is held by PermissionScheme "scheme" and by HolderGrants "holder"',
  );
  expect(stdout).not.toMatch(/^\s+at /m);
});
