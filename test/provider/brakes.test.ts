import { describe, expect, test } from "vitest";
import { startSite, type TestSite } from "../emulator/site.js";
import { takeRequests, takeWrites } from "../helpers/describe-state.js";
import { declareResource, type Resource } from "../helpers/engine.js";
import { groupId, roleId, schemeId } from "./on-site.js";

const owner = "acme/test";
const people = ["ann", "bob", "carla", "dmitri", "eve", "farid", "grace", "hugo"].map((one) => `${one}@acme.example`);
const keys = ["ADD_COMMENTS", "ASSIGN_ISSUES", "CLOSE_ISSUES", "CREATE_ISSUES", "EDIT_ISSUES", "LINK_ISSUES"];

type Inputs = Record<string, unknown>;

/** A refusal by these words and no write; with the allowance the same goes through. */
async function expectBraked(site: TestSite, resource: Resource, inputs: Inputs, words: string, allow: Inputs) {
  await takeWrites(site);
  await expect(resource.up(inputs)).rejects.toThrow(words);
  expect(await takeWrites(site)).toEqual([]);
  expect(await resource.up({ ...inputs, allow })).toMatch(/create|update/);
  expect(await resource.up({ ...inputs, allow })).toBe("same");
}

describe("many removals at once", () => {
  const scheme = (holders: readonly string[]): Inputs => ({
    name: "Delivery",
    owner,
    grants: {
      ADMINISTER_PROJECTS: ["projectRole:Administrators"],
      ...Object.fromEntries(keys.map((key) => [key, holders])),
    },
  });

  test.each([
    [
      "PermissionScheme",
      scheme(["group:auditors", "assignee"]),
      scheme(["assignee"]),
      'the permission scheme "Delivery": 6 of 13 declared grants would go at once: group "auditors" loses ADD_COMMENTS, ASSIGN_ISSUES, CLOSE_ISSUES and 3 more; more than 5 take `allow: { removals: 6 }`',
    ],
    [
      "ProjectRoleActors",
      { project: "PAY", role: "Administrators", users: people, groups: ["jira-administrators"] },
      { project: "PAY", role: "Administrators", users: people.slice(0, 2), groups: ["jira-administrators"] },
      'the role "Administrators" in PAY: 6 of 9 declared people and groups would go at once: carla@acme.example, dmitri@acme.example, eve@acme.example, farid@acme.example, grace@acme.example and hugo@acme.example; more than 5 take `allow: { removals: 6 }`',
    ],
    [
      "GroupMembers",
      { group: "pay-devs", users: people },
      { group: "pay-devs", users: people.slice(0, 2) },
      'the group "pay-devs": 6 of 8 declared people would go at once: ',
    ],
    [
      "DefaultRoleActors",
      { role: "Administrators", users: people },
      { role: "Administrators", users: people.slice(0, 2) },
      'those who get the role "Administrators" in new projects: 6 of 8 declared people and groups would go at once: ',
    ],
  ])("are refused before anything of a %s is written", async (kind, first, second, words) => {
    const site = await startSite();
    const resource = declareResource(site, kind);
    await resource.up(first);
    await expectBraked(site, resource, second, words, { removals: 6 });
    expect(await resource.up(second)).toBe("update");
  });

  test("do not count where strangers had put in what goes, and count what they took out", async () => {
    const site = await startSite();
    const resource = declareResource(site, "PermissionScheme");
    await resource.up(scheme(["group:auditors"]));
    const id = await schemeId(site, "Delivery");
    const holder = { type: "projectRole", parameter: await roleId(site, "Administrators") };
    for (const permission of [...keys, "MOVE_ISSUES"]) {
      await site.ask("admin", `POST /permissionscheme/${id}/permission`, { permission, holder });
    }
    expect(await resource.up(scheme(["group:auditors"]))).toBe("update");
    await site.ask("admin", `PUT /permissionscheme/${id}`, { name: "Delivery", permissions: [] });
    await expect(resource.up(scheme([]))).rejects.toThrow("6 of 7 declared grants would go at once");
    expect(await resource.up(scheme(["group:auditors"]))).toBe("update");
    expect(resource.kept()?.outputs).not.toHaveProperty("declared");
  });

  test("do not count when a role or an account is only called otherwise, nor when the resource goes", async () => {
    const site = await startSite();
    const role = declareResource(site, "ProjectRole");
    await role.up({ name: "Developers", owner });
    const resource = declareResource(site, "PermissionScheme");
    await resource.up(scheme(["projectRole:Developers", "user:eve@acme.example"]));
    await role.up({ name: "Engineers", owner });
    const { accountId } = (await site.ask("eve", "GET /myself")).body;
    expect(await resource.up(scheme(["projectRole:Engineers", `user:${accountId}`]))).toBe("update");
    await resource.destroy();
  });
});

describe("the last administrator", () => {
  const reason = { lastAdministrator: "the projects are being closed" };
  const loss = 'project role "Administrators" would lose ADMINISTER_PROJECTS; keep an administrator, or say why not';

  test("stays in a scheme, one of this stack or one that is taken over", async () => {
    const site = await startSite();
    const resource = declareResource(site, "PermissionScheme");
    const grants = { ADMINISTER_PROJECTS: ["projectRole:Administrators"], EDIT_ISSUES: ["reporter"] };
    await resource.up({ name: "Delivery", owner, grants });
    const without = { name: "Delivery", owner, grants: { ADMINISTER_PROJECTS: ["reporter"] } };
    const words = `the permission scheme "Delivery": nobody would administer the projects that use it: ${loss}`;
    await expectBraked(site, resource, without, words, reason);
    const adopted = declareResource(site, "PermissionScheme");
    const legacy = { name: "Legacy open scheme", owner, adopt: true, grants: {} };
    await expectBraked(site, adopted, legacy, `the permission scheme "Legacy open scheme": nobody`, reason);
  });

  test("stays in a project that gets another scheme", async () => {
    const site = await startSite();
    await declareResource(site, "PermissionScheme").up({ name: "Closed", owner, grants: {} });
    const resource = declareResource(site, "ProjectPermissionScheme");
    const words = `the project PAY: nobody would administer it: ${loss}`;
    await expectBraked(site, resource, { project: "PAY", scheme: "Closed" }, words, reason);
    expect(await resource.up({ project: "PAY", scheme: "Closed" })).toBe("update");
    expect(await resource.up({ project: "PAY", scheme: "Closed" })).toBe("same");
  });

  test("stays in a role that alone holds it, and in a group", async () => {
    const site = await startSite();
    const actors = declareResource(site, "ProjectRoleActors");
    const nobody = { project: "HR", role: "Administrators" };
    const words = `the role "Administrators" in HR: nobody would administer HR: ${loss}`;
    await expectBraked(site, actors, nobody, words, { ...reason, self: "handed over" });
    const holder = { type: "group", value: await groupId(site, "auditors") };
    const permissions = [{ permission: "ADMINISTER_PROJECTS", holder }];
    await site.ask("admin", "POST /permissionscheme", { name: "Audited" });
    const id = await schemeId(site, "Audited");
    await site.ask("admin", `PUT /permissionscheme/${id}`, { name: "Audited", permissions });
    const members = declareResource(site, "GroupMembers");
    const emptied = 'nobody would administer the projects that use the permission scheme "Audited": group "auditors"';
    await expectBraked(site, members, { group: "auditors" }, emptied, reason);
  });
});

describe("the acting account's own administration", () => {
  test("stays where a role's people are listed", async () => {
    const site = await startSite();
    const resource = declareResource(site, "ProjectRoleActors");
    const others = { project: "PAY", role: "Administrators", users: ["ann@acme.example"] };
    const words = "admin@acme.example, who runs this, would lose ADMINISTER_PROJECTS in PAY";
    await expectBraked(site, resource, others, words, { self: "handed over" });
    await resource.up({ ...others, groups: ["jira-administrators"] });
    expect(await resource.up({ ...others, users: ["bob@acme.example"], groups: ["jira-administrators"] })).toBe(
      "update",
    );
  });

  test("stays where a group's members are listed", async () => {
    const site = await startSite();
    const resource = declareResource(site, "GroupMembers");
    const others = { group: "acme-staff", users: ["ann@acme.example"] };
    await expectBraked(site, resource, others, 'would leave the group "acme-staff"', { self: "handed over" });
  });
});

test("nothing is asked for a brake where nobody goes", async () => {
  const site = await startSite();
  const resource = declareResource(site, "ProjectRoleActors");
  await takeRequests(site);
  const admins = { project: "PAY", role: "Administrators", users: ["admin@acme.example", "ann@acme.example"] };
  await resource.up({ ...admins, groups: ["auditors"] });
  expect((await takeRequests(site)).filter((request) => /myself|permissionscheme/.test(request))).toEqual([]);
});

test.each([
  [{ removals: 0 }, "removals must be a whole number above 0"],
  [{ self: " " }, "self must be a reason in words"],
  [{ everything: true }, 'knows no brake "everything"; expected removals, lastAdministrator, self'],
  ["all", "must be a map"],
])("an allowance of %j is no allowance", async (allow, reason) => {
  const { provider } = await import("../../src/provider/index.js");
  const { failures } = await provider("GroupMembers").check({}, { group: "auditors", allow });
  expect(failures).toEqual([{ property: "allow", reason }]);
});
