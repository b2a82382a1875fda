import { writeFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { openProject, readDefinition } from "../../infra/trial/engine.js";
import { accountId, startSite } from "../emulator/site.js";
import { describeState, takeWrites } from "../helpers/describe-state.js";
import { openLibraryProject } from "../helpers/library-project.js";

const credentials = { JIRA_EMAIL: "admin@acme.example", JIRA_API_TOKEN: "emulator-admin-token" };
const up = ["up", "--yes", "--skip-preview"];
const destroy = ["destroy", "--yes", "--skip-preview"];
const preview = ["preview", "--expect-no-changes"];

const stack = (name: string, members: string, more = "") => `
groups:
  auditors: { name: ${name}, members: [${members}] }
permissionSchemes:
  web:
    name: Web scheme
    grants:
      ADMINISTER_PROJECTS: [{ projectRole: Administrators }]
      BROWSE_PROJECTS: [{ group: ${name} }]
${more}projects:
  WEB:
    permissionScheme: web
    roles: { Administrators: { users: [admin@acme.example, dmitri@acme.example], groups: [${name}] } }
`;

test("a declared group serves whoever names it, through renames on the site and in the file", async () => {
  const site = await startSite();
  const before = await describeState(site);
  const project = await openProject(readDefinition(), "groups", { ...credentials, JIRA_URL: site.url });
  onTestFinished(project.remove);
  const write = (text: string) => writeFileSync(project.stackFile, text);
  const access = async (name: string) => {
    const { groups, schemes, projects } = await describeState(site);
    return {
      members: groups[name],
      isGranted: schemes["Web scheme"]?.grants.includes(`BROWSE_PROJECTS group:${name}`),
      isActor: projects.WEB?.actors.includes(`Administrators: ${name}`),
    };
  };
  const eve = "eve@acme.example";
  const kim = "kim@acme.example";

  write(stack("readers", eve));
  await project.pulumi(...up);
  expect(await access("readers")).toEqual({ members: [eve], isGranted: true, isActor: true });
  await takeWrites(site);
  await project.pulumi(...preview);

  const groups = (await site.ask("admin", "GET /group/bulk?groupName=readers")).body.values;
  await site.control("POST /rename-group", { groupId: groups[0].groupId, name: "viewers" });
  await project.pulumi(...preview);
  expect(await takeWrites(site)).toEqual([]);

  write(stack("readers", `${eve}, ${kim}`, "      ADD_COMMENTS: [{ group: readers }]\n"));
  await project.pulumi(...up);
  expect(await access("viewers")).toEqual({ members: [eve, kim], isGranted: true, isActor: true });

  write(stack("viewers", `${eve}, ${kim}`, "      ADD_COMMENTS: [{ group: viewers }]\n"));
  await takeWrites(site);
  await project.pulumi(...up);
  expect(await takeWrites(site)).toEqual([]);

  write(stack("watchers", eve));
  await project.pulumi(...up);
  expect(await access("watchers")).toEqual({ members: [eve], isGranted: true, isActor: true });
  expect((await describeState(site)).groups).not.toHaveProperty("viewers");
  await project.pulumi(...preview);

  await project.pulumi(...destroy);
  expect(await describeState(site)).toEqual(before);
});

test("unknown members are refused before anything is written, each with its place", async () => {
  const site = await startSite();
  const project = await openProject(readDefinition(), "groups", { ...credentials, JIRA_URL: site.url });
  onTestFinished(project.remove);
  writeFileSync(project.stackFile, stack("readers", "eve@acme.example, nobody@acme.example"));
  await expect(project.pulumi(...up)).rejects.toThrow(
    /stacks\/groups\.yaml:3:\d+: groups\.auditors\.members\[1\]: .*nobody@acme\.example/,
  );
  expect(await takeWrites(site)).toEqual([]);
});

test("single entries, default actors and an invited account come and go with their resources", async () => {
  const site = await startSite();
  const before = await describeState(site);
  const project = await openLibraryProject(site);
  onTestFinished(project.remove);
  const scheme = "Legacy open scheme";
  project.declare({
    bot: { kind: "User", args: { email: "bot@acme.example", products: [], removeOnDestroy: true } },
    robots: { kind: "Group", args: { name: "robots" } },
    member: { kind: "GroupMember", args: { group: "robots", user: "bot@acme.example" }, dependsOn: ["bot", "robots"] },
    grant: {
      kind: "PermissionGrant",
      args: { scheme, permission: "LINK_ISSUES", holder: { group: "robots" } },
      dependsOn: ["robots"],
    },
    person: {
      kind: "ProjectRoleActor",
      args: { project: "PAY", role: "Administrators", user: "bot@acme.example" },
      dependsOn: ["bot"],
    },
    team: {
      kind: "ProjectRoleActor",
      args: { project: "PAY", role: "Administrators", group: "robots" },
      dependsOn: ["robots"],
    },
    defaults: {
      kind: "DefaultRoleActors",
      args: { role: "Administrators", users: ["ann@acme.example"], groups: ["robots"] },
      dependsOn: ["robots"],
    },
  });
  await project.pulumi(...up);
  const now = await describeState(site);
  expect(now.groups.robots).toEqual(["bot@acme.example"]);
  expect(now.schemes[scheme]?.grants).toContain("LINK_ISSUES group:robots");
  expect(now.projects.PAY?.actors).toEqual(
    expect.arrayContaining(["Administrators: bot@acme.example", "Administrators: robots"]),
  );
  expect(now.defaults.Administrators).toEqual(["Administrators: ann@acme.example", "Administrators: robots"]);

  await takeWrites(site);
  await project.pulumi(...preview);
  expect(await takeWrites(site)).toEqual([]);

  await site.ask("admin", `DELETE /group/user?groupname=robots&accountId=${await accountId(site, "bot")}`);
  await project.pulumi(...up);
  expect((await describeState(site)).groups.robots).toEqual(["bot@acme.example"]);

  await project.pulumi(...destroy);
  expect(await describeState(site)).toEqual(before);
});
