import { expect, test } from "vitest";
import { accountId, startSite } from "../site.js";

const [pay, web] = [10000, 10001];

test("says for each permission in which projects and on which issues it is held", async () => {
  const site = await startSite();
  const payIssue = Number((await site.ask("ann", "GET /issue/PAY-1")).body.id);
  const { status, body } = await site.ask("ann", "POST /permissions/check", {
    globalPermissions: ["ADMINISTER", "USER_PICKER"],
    projectPermissions: [
      { permissions: ["BROWSE_PROJECTS", "DELETE_ISSUES"], projects: [pay, web, 424242], issues: [payIssue, 424242] },
    ],
  });
  expect(status).toBe(200);
  expect(body).toEqual({
    globalPermissions: ["USER_PICKER"],
    projectPermissions: [
      { permission: "BROWSE_PROJECTS", projects: [pay, web], issues: [payIssue] },
      { permission: "DELETE_ISSUES", projects: [pay], issues: [payIssue] },
    ],
  });
});

test("reporters count on their issues and not in their projects", async () => {
  const site = await startSite();
  const holder = { type: "reporter" };
  await site.ask("admin", "POST /permissionscheme/0/permission", { permission: "DELETE_ISSUES", holder });
  const issues = [];
  for (const key of ["PAY-1", "PAY-2"]) issues.push(Number((await site.ask("bob", `GET /issue/${key}`)).body.id));
  const projectPermissions = [{ permissions: ["DELETE_ISSUES"], projects: [pay], issues }];
  const { body } = await site.ask("bob", "POST /permissions/check", { projectPermissions });
  expect(body.projectPermissions).toEqual([{ permission: "DELETE_ISSUES", projects: [], issues: [issues[0]] }]);
});

test("another account may be asked for by administrators only", async () => {
  const site = await startSite();
  const triage = await accountId(site, "triage");
  const body = {
    accountId: triage,
    projectPermissions: [{ permissions: ["BROWSE_PROJECTS"], projects: [pay] }],
  };
  const refused = await site.ask("ann", "POST /permissions/check", body);
  expect(refused.status).toBe(403);
  expect(refused.body.errorMessages).toEqual(["Only Jira administrators can perform this operation."]);
  expect((await site.ask("triage", "POST /permissions/check", body)).status).toBe(200);
  const { body: answer } = await site.ask("admin", "POST /permissions/check", body);
  expect(answer.projectPermissions).toEqual([{ permission: "BROWSE_PROJECTS", projects: [], issues: [] }]);
  expect((await site.ask("admin", "POST /permissions/check", { accountId: "5f" })).status).toBe(400);
});

test("an administrator of Jira has no project permission by that alone", async () => {
  const site = await startSite();
  const body = { projectPermissions: [{ permissions: ["BROWSE_PROJECTS"], projects: [10005] }] };
  const { body: answer } = await site.ask("admin", "POST /permissions/check", body);
  expect(answer.projectPermissions[0].projects).toEqual([]);
});

test("unknown permissions are named, each of its own kind", async () => {
  const site = await startSite();
  const projectPermissions = [{ permissions: ["FLY", "ADMINISTER"], projects: [pay] }];
  const project = await site.ask("ann", "POST /permissions/check", { projectPermissions });
  expect(project.status).toBe(400);
  expect(project.body).toEqual({
    errorMessages: [],
    errors: { FLY: "Unrecognized permission", ADMINISTER: "Unrecognized permission" },
  });
  const global = await site.ask("ann", "POST /permissions/check", { globalPermissions: ["EDIT_ISSUES"] });
  expect(global).toMatchObject({ status: 400, body: { errors: { EDIT_ISSUES: "Unrecognized permission" } } });
});

test("at most a thousand projects and a thousand issues, and at least one permission", async () => {
  const site = await startSite();
  const ids = Array.from({ length: 1001 }, (_, index) => index + 1);
  const ask = (part: object) =>
    site.ask("ann", "POST /permissions/check", { projectPermissions: [{ permissions: ["EDIT_ISSUES"], ...part }] });
  expect((await ask({ projects: ids })).status).toBe(400);
  expect((await ask({ issues: ids })).status).toBe(400);
  expect((await ask({ projects: ids.slice(1) })).status).toBe(200);
  expect((await ask({ permissions: [] })).status).toBe(400);
  expect((await ask({ permissions: [""], projects: [pay] })).status).toBe(400);
});

test("nobody in particular has nothing", async () => {
  const site = await startSite();
  const body = {
    globalPermissions: ["USER_PICKER"],
    projectPermissions: [{ permissions: ["BROWSE_PROJECTS"], projects: [pay] }],
  };
  const { status, body: answer } = await site.ask(null, "POST /permissions/check", body);
  expect(status).toBe(200);
  expect(answer).toMatchObject({ globalPermissions: [], projectPermissions: [{ projects: [] }] });
});
