import { describe, expect, test } from "vitest";
import { startSite } from "../site.js";
import { browseForStaff, createScheme } from "./scheme-on-site.js";

describe("reading", () => {
  test("grants appear only when something is expanded", async () => {
    const site = await startSite();
    const plain = await site.ask("ann", "GET /permissionscheme/0");
    expect(plain.status).toBe(200);
    expect(plain.body).toMatchObject({ id: 0, name: "Default Permission Scheme" });
    expect(plain.body).not.toHaveProperty("permissions");
    for (const expand of ["permissions", "user", "group", "projectRole", "field", "all", "user,group"]) {
      const { body } = await site.ask("ann", `GET /permissionscheme/0?expand=${expand}`);
      expect(body.permissions.length, expand).toBeGreaterThan(30);
    }
  });

  test("all schemes at once, with grants when expanded", async () => {
    const site = await startSite();
    const plain = await site.ask("admin", "GET /permissionscheme");
    expect(plain.body.permissionSchemes.map((scheme: { name: string }) => scheme.name)).toEqual([
      "Default Permission Scheme",
      "Legacy open scheme",
    ]);
    expect(plain.body.permissionSchemes[0]).not.toHaveProperty("permissions");
    const full = await site.ask("admin", "GET /permissionscheme?expand=permissions");
    expect(full.body.permissionSchemes[1].permissions).toHaveLength(7);
  });

  test("an unknown scheme is 404", async () => {
    const site = await startSite();
    expect((await site.ask("admin", "GET /permissionscheme/77")).status).toBe(404);
    expect((await site.ask("admin", "GET /permissionscheme/x")).status).toBe(404);
  });

  test("needs a login, and nothing more", async () => {
    const site = await startSite();
    expect((await site.ask("triage", "GET /permissionscheme")).status).toBe(200);
    const anonymous = await site.ask(null, "GET /permissionscheme");
    expect(anonymous).toMatchObject({ status: 401, body: "Client must be authenticated to access this resource." });
  });
});

describe("holders in answers", () => {
  test("a group shows its name and its id, and itself when expanded", async () => {
    const site = await startSite();
    const id = await createScheme(site);
    const { body } = await site.ask("admin", `PUT /permissionscheme/${id}?expand=permissions`, {
      name: "Delivery",
      permissions: [browseForStaff],
    });
    const { holder } = body.permissions[0];
    expect(holder).toEqual({ type: "group", parameter: "acme-staff", value: expect.any(String), expand: "group" });
    const expanded = await site.ask("admin", `GET /permissionscheme/${id}?expand=group`);
    expect(expanded.body.permissions[0].holder.group).toEqual({
      name: "acme-staff",
      groupId: holder.value,
      self: expect.stringContaining(holder.value),
    });
  });

  test("a role, a user and a field show their id twice, and themselves when expanded", async () => {
    const site = await startSite();
    const { accountId } = (await site.ask("ann", "GET /myself")).body;
    const id = await createScheme(site);
    const holders = [
      { type: "projectRole", parameter: "10002" },
      { type: "user", value: accountId },
      { type: "userCustomField", parameter: "customfield_10010" },
      { type: "groupCustomField", value: "customfield_10011" },
    ];
    const permissions = holders.map((holder) => ({ permission: "BROWSE_PROJECTS", holder }));
    const { body } = await site.ask("admin", `PUT /permissionscheme/${id}?expand=all`, { name: "D", permissions });
    const answered = body.permissions.map((grant: { holder: unknown }) => grant.holder);
    expect(answered).toMatchObject([
      { parameter: "10002", value: "10002", expand: "projectRole", projectRole: { id: 10002, name: "Administrators" } },
      { parameter: accountId, value: accountId, expand: "user", user: { accountId, displayName: "Ann" } },
      { parameter: "customfield_10010", value: "customfield_10010", field: { name: "Reviewers" } },
      { parameter: "customfield_10011", value: "customfield_10011", field: { name: "Teams" } },
    ]);
  });
});
