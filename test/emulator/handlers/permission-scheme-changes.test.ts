import { describe, expect, test } from "vitest";
import { acme } from "../../../src/emulator/seed/acme.js";
import { startSite } from "../site.js";
import { browseForStaff, createScheme, grantsOf } from "./scheme-on-site.js";

describe("creating", () => {
  test("seeds grants that nobody asked for, beside those that were", async () => {
    const site = await startSite();
    const id = await createScheme(site, { permissions: [browseForStaff] });
    const grants = await grantsOf(site, id);
    expect(grants.length).toBeGreaterThan(24);
    expect(grants).toContain("BROWSE_PROJECTS group acme-staff");
    expect(grants).toContain("DELETE_ISSUES projectRole 10002");
    expect(grants).toContain("ADD_COMMENTS group jira-software-users");
    expect(grants).toContain("BROWSE_PROJECTS applicationRole");
    expect(new Set(grants).size).toBe(grants.length);
  });

  test("a grant that is asked for and seeded is there once", async () => {
    const site = await startSite();
    const id = await createScheme(site, {
      permissions: [{ permission: "DELETE_ISSUES", holder: { type: "projectRole", value: "10002" } }],
    });
    const grants = await grantsOf(site, id);
    expect(grants.filter((grant) => grant === "DELETE_ISSUES projectRole 10002")).toHaveLength(1);
  });

  test("the answer has the grants only when expanded", async () => {
    const site = await startSite();
    const plain = await site.ask("admin", "POST /permissionscheme", { name: "a" });
    expect(plain.body).not.toHaveProperty("permissions");
    const full = await site.ask("admin", "POST /permissionscheme?expand=permissions", { name: "b" });
    expect(full.body.permissions.length).toBeGreaterThan(24);
  });

  test("a name is needed and must be new", async () => {
    const site = await startSite();
    for (const body of [{}, { name: " " }, { name: "Legacy open scheme" }]) {
      const refused = await site.ask("admin", "POST /permissionscheme", body);
      expect(refused.status).toBe(400);
      expect(refused.body.errors).toHaveProperty("name");
    }
  });

  test("only for administrators", async () => {
    const site = await startSite();
    expect((await site.ask("ann", "POST /permissionscheme", { name: "x" })).status).toBe(403);
    expect((await site.ask(null, "POST /permissionscheme", { name: "x" })).status).toBe(401);
  });
});

describe("updating", () => {
  test("without permissions the grants stay, with them they are replaced, with none they go", async () => {
    const site = await startSite();
    const id = await createScheme(site);
    const before = await grantsOf(site, id);
    await site.ask("admin", `PUT /permissionscheme/${id}`, { name: "Renamed", description: "new" });
    expect(await grantsOf(site, id)).toEqual(before);
    await site.ask("admin", `PUT /permissionscheme/${id}`, { name: "Renamed", permissions: [browseForStaff] });
    expect(await grantsOf(site, id)).toEqual(["BROWSE_PROJECTS group acme-staff"]);
    const cleared = await site.ask("admin", `PUT /permissionscheme/${id}?expand=all`, { name: "C", permissions: [] });
    expect(cleared).toMatchObject({ status: 200, body: { name: "C", description: "new", permissions: [] } });
  });

  test("its own name may stay, another scheme's may not be taken", async () => {
    const site = await startSite();
    const id = await createScheme(site);
    expect((await site.ask("admin", `PUT /permissionscheme/${id}`, { name: "Delivery" })).status).toBe(200);
    expect((await site.ask("admin", `PUT /permissionscheme/${id}`, { name: "Legacy open scheme" })).status).toBe(400);
    expect((await site.ask("admin", `PUT /permissionscheme/${id}`, { description: "x" })).status).toBe(400);
  });

  test.each([
    ["an unknown permission", { permission: "FLY", holder: { type: "anyone" } }],
    ["a global permission", { permission: "ADMINISTER", holder: { type: "anyone" } }],
    ["a hidden permission", { permission: "VIEW_PROJECTS", holder: { type: "anyone" } }],
    ["an app's permission that the site does not know", { permission: "a__b", holder: { type: "anyone" } }],
    ["an unknown holder type", { permission: "EDIT_ISSUES", holder: { type: "everybody" } }],
    ["an unknown group", { permission: "EDIT_ISSUES", holder: { type: "group", parameter: "nobody" } }],
    ["a group's name as value", { permission: "EDIT_ISSUES", holder: { type: "group", value: "acme-staff" } }],
    ["an unknown role", { permission: "EDIT_ISSUES", holder: { type: "projectRole", parameter: "1" } }],
    ["a role by name", { permission: "EDIT_ISSUES", holder: { type: "projectRole", parameter: "Administrators" } }],
    ["a team-managed project's role", { permission: "EDIT_ISSUES", holder: { type: "projectRole", value: "10100" } }],
    ["an unknown account", { permission: "EDIT_ISSUES", holder: { type: "user", parameter: "5f" } }],
    ["an unknown product", { permission: "EDIT_ISSUES", holder: { type: "applicationRole", parameter: "x" } }],
    ["a field of the wrong kind", { permission: "EDIT_ISSUES", holder: { type: "userCustomField", parameter: "x" } }],
    ["a role without a parameter", { permission: "EDIT_ISSUES", holder: { type: "projectRole" } }],
    ["archiving for customers", { permission: "ARCHIVE_ISSUES", holder: { type: "sd.customer.portal.only" } }],
  ])("%s makes the whole write fail", async (_, bad) => {
    const site = await startSite();
    const id = await createScheme(site);
    const before = await grantsOf(site, id);
    const body = { name: "Other", permissions: [browseForStaff, bad] };
    expect((await site.ask("admin", `PUT /permissionscheme/${id}`, body)).status).toBe(400);
    expect(await grantsOf(site, id)).toEqual(before);
    expect((await site.ask("admin", `GET /permissionscheme/${id}`)).body.name).toBe("Delivery");
    expect((await site.ask("admin", "POST /permissionscheme", body)).status).toBe(400);
    expect((await site.ask("admin", "GET /permissionscheme")).body.permissionSchemes).toHaveLength(3);
  });

  test("every holder type is accepted, by parameter or by value", async () => {
    const site = await startSite();
    const id = await createScheme(site);
    const { accountId } = (await site.ask("eve", "GET /myself")).body;
    const { groupId } = (await site.ask("admin", "GET /group/bulk?groupName=auditors")).body.values[0];
    const holders = [
      { type: "anyone" },
      { type: "applicationRole" },
      { type: "applicationRole", parameter: "jira-software" },
      { type: "assignee" },
      { type: "reporter" },
      { type: "projectLead" },
      { type: "sd.customer.portal.only" },
      { type: "group", value: groupId },
      { type: "user", parameter: accountId },
      { type: "projectRole", value: "10002" },
      { type: "userCustomField", value: "customfield_10010" },
      { type: "groupCustomField", parameter: "customfield_10011" },
    ];
    const permissions = holders.map((holder) => ({ permission: "EDIT_ISSUES", holder }));
    const { status, body } = await site.ask("admin", `PUT /permissionscheme/${id}?expand=all`, {
      name: "x",
      permissions,
    });
    expect(status).toBe(200);
    expect(body.permissions).toHaveLength(holders.length);
  });

  test("the same grant twice in one list is refused", async () => {
    const site = await startSite();
    const id = await createScheme(site);
    const body = { name: "x", permissions: [browseForStaff, browseForStaff] };
    expect((await site.ask("admin", `PUT /permissionscheme/${id}`, body)).status).toBe(400);
  });

  test("an app's permission is accepted where the app is installed", async () => {
    const site = await startSite({ seed: { ...acme, appPermissions: [{ key: "timer__log", name: "Log time" }] } });
    const permissions = [{ permission: "timer__log", holder: { type: "reporter" } }];
    expect((await site.ask("admin", "PUT /permissionscheme/0", { name: "D", permissions })).status).toBe(200);
  });
});

describe("deleting", () => {
  test("projects that used the scheme fall back to the default one", async () => {
    const site = await startSite();
    const id = await createScheme(site);
    await site.ask("admin", "PUT /project/PAY/permissionscheme", { id });
    expect((await site.ask("ann", `DELETE /permissionscheme/${id}`)).status).toBe(403);
    expect((await site.ask("admin", `DELETE /permissionscheme/${id}`)).status).toBe(204);
    expect((await site.ask("admin", `DELETE /permissionscheme/${id}`)).status).toBe(404);
    expect((await site.ask("admin", "GET /project/PAY/permissionscheme")).body.id).toBe(0);
  });

  test("the default scheme stays", async () => {
    const site = await startSite();
    expect((await site.ask("admin", "DELETE /permissionscheme/0")).status).toBe(400);
  });
});

test("on the Free plan schemes can be neither made, changed nor assigned", async () => {
  const site = await startSite({ seed: { ...acme, plan: "free" } });
  expect((await site.ask("admin", "PUT /permissionscheme/0", { name: "x" })).status).toBe(403);
  expect((await site.ask("admin", "POST /permissionscheme", { name: "x" })).status).toBe(403);
  expect((await site.ask("admin", "PUT /project/PAY/permissionscheme", { id: 10000 })).status).toBe(403);
  expect((await site.ask("admin", "GET /permissionscheme/0")).status).toBe(200);
});
