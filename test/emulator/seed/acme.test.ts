import { expect, test } from "vitest";
import { permissions } from "../../../src/catalogue/permissions.js";
import { startSite } from "../site.js";

const keysOf = (level: string) =>
  Object.entries(permissions)
    .filter(([, permission]) => permission.level === level && permission.category !== "hidden")
    .map(([key]) => key);

test.each(["release-notes", "triage"])("%s is active and licensed, and may do nothing anywhere", async (who) => {
  const site = await startSite();
  const me = (await site.ask(who, "GET /myself?expand=groups,applicationRoles")).body;
  expect(me).toMatchObject({ active: true, emailAddress: `${who}@acme.example` });
  expect(me.applicationRoles.items).toMatchObject([{ key: "jira-software" }]);
  expect(me.groups.items.map((group: { name: string }) => group.name)).toEqual(["jira-software-users"]);
  const { body } = await site.ask(who, "POST /permissions/check", {
    globalPermissions: keysOf("global"),
    projectPermissions: [
      { permissions: keysOf("project"), projects: [10000, 10001, 10002, 10003, 10004, 10005], issues: [10000, 10008] },
    ],
  });
  expect(body.globalPermissions).toEqual([]);
  for (const { projects, issues } of body.projectPermissions) expect([...projects, ...issues]).toEqual([]);
});

test("the administrator has every global permission", async () => {
  const site = await startSite();
  const { body } = await site.ask("admin", "POST /permissions/check", { globalPermissions: keysOf("global") });
  expect(body.globalPermissions).toEqual(keysOf("global"));
});

test("leads administer their own company-managed project, and staff work in all of them", async () => {
  const site = await startSite();
  const asked = ["BROWSE_PROJECTS", "ADMINISTER_PROJECTS"];
  const { body } = await site.ask("grace", "POST /permissions/check", {
    projectPermissions: [{ permissions: asked, projects: [10000, 10001, 10002, 10003, 10004, 10005] }],
  });
  expect(body.projectPermissions).toMatchObject([
    { permission: "BROWSE_PROJECTS", projects: [10000, 10001, 10002, 10003, 10004] },
    { permission: "ADMINISTER_PROJECTS", projects: [10002] },
  ]);
});

test("the default scheme gives nothing to products or to everybody who is licensed", async () => {
  const site = await startSite();
  const { body } = await site.ask("admin", "GET /permissionscheme/0?expand=permissions");
  const holders = new Set(
    body.permissions.map(({ holder }: { holder: { type: string; parameter?: string } }) =>
      `${holder.type} ${holder.parameter ?? ""}`.trim(),
    ),
  );
  expect([...holders]).toEqual(["projectRole 10002", "group acme-staff"]);
});

test("ids are the same in every start", async () => {
  const [one, other] = [await startSite(), await startSite()];
  expect((await one.control("GET /state")).body).toEqual((await other.control("GET /state")).body);
});
