import { describe, expect, test } from "vitest";
import { accountId, startSite } from "../site.js";

describe("another key", () => {
  test("leaves the old ones leading to the project and to its issues", async () => {
    const site = await startSite();
    const renamed = await site.ask("admin", "PUT /project/PAY", { key: "MONEY", name: "Money" });
    expect(renamed).toMatchObject({ status: 200, body: { id: "10000", key: "MONEY", name: "Money" } });
    expect((await site.ask("ann", "GET /project/PAY")).body.key).toBe("MONEY");
    expect((await site.ask("bob", "GET /issue/pay-2")).body.key).toBe("MONEY-2");
    expect((await site.ask("ann", "GET /project/PAY/permissionscheme")).status).toBe(200);
    const fields = { project: { key: "PAY" }, summary: "New", issuetype: { name: "Task" } };
    expect((await site.ask("bob", "POST /issue", { fields })).body.key).toBe("MONEY-4");
    const search = async (key: string) => (await site.ask("ann", `GET /project/search?keys=${key}`)).body.total;
    expect([await search("PAY"), await search("MONEY")]).toEqual([0, 1]);
  });

  test("cannot be one that another project has or had; the project's own old one is free", async () => {
    const site = await startSite();
    const change = async (project: string, key: string) =>
      (await site.ask("admin", `PUT /project/${project}`, { key })).status;
    expect(await change("PAY", "MONEY")).toBe(200);
    expect(await change("WEB", "PAY")).toBe(400);
    expect(await change("WEB", "MONEY")).toBe(400);
    expect(await change("WEB", "lower case")).toBe(400);
    expect(await change("MONEY", "PAY")).toBe(200);
    expect((await site.ask("ann", "GET /project/MONEY")).body.key).toBe("PAY");
  });
});

describe("details", () => {
  test("are changed one by one, those of the project by its own administrators", async () => {
    const site = await startSite();
    const bob = await accountId(site, "bob");
    const change = (body: unknown) => site.ask("ann", "PUT /project/PAY", body);
    expect((await change({ name: "Money", description: "All of it" })).body.description).toBe("All of it");
    expect((await change({ leadAccountId: bob })).body).toMatchObject({ name: "Money", lead: { accountId: bob } });
    expect((await change({ leadAccountId: "5f" })).status).toBe(400);
    expect((await change({ name: "website" })).status).toBe(400);
    expect((await change({ key: "MONEY" })).status).toBe(403);
    expect((await change({ permissionScheme: 10000 })).status).toBe(403);
    expect((await site.ask("bob", "PUT /project/PAY", { name: "Mine" })).status).toBe(403);
    expect((await site.ask("triage", "PUT /project/PAY", { name: "Mine" })).status).toBe(404);
  });

  test("the permission scheme is one of them, but not for a team-managed project", async () => {
    const site = await startSite();
    expect((await site.ask("admin", "PUT /project/PAY", { permissionScheme: 10000 })).status).toBe(200);
    expect((await site.ask("ann", "GET /project/PAY/permissionscheme")).body.id).toBe(10000);
    expect((await site.ask("admin", "PUT /project/PAY", { permissionScheme: 5 })).status).toBe(404);
    expect((await site.ask("admin", "PUT /project/IDEA", { permissionScheme: 0 })).status).toBe(400);
  });
});

describe("deleting", () => {
  test("hides a project until it is restored, and its key stays taken", async () => {
    const site = await startSite();
    expect((await site.ask("ann", "DELETE /project/PAY")).status).toBe(404);
    expect((await site.ask("admin", "DELETE /project/PAY")).status).toBe(204);
    expect((await site.ask("admin", "GET /project/PAY")).status).toBe(404);
    expect((await site.ask("ann", "GET /issue/PAY-1")).status).toBe(404);
    expect((await site.ask("admin", "PUT /project/WEB", { key: "PAY" })).status).toBe(400);
    expect((await site.ask("admin", "POST /project/PAY/restore")).body.key).toBe("PAY");
    expect((await site.ask("ann", "GET /issue/PAY-1")).status).toBe(200);
    expect((await site.ask("admin", "POST /project/PAY/restore")).status).toBe(400);
  });

  test("without undo erases it; the roles of a team-managed one stay without a scope", async () => {
    const site = await startSite();
    expect((await site.ask("admin", "DELETE /project/IDEA?enableUndo=false")).status).toBe(204);
    expect((await site.ask("admin", "POST /project/IDEA/restore")).status).toBe(404);
    const roles = (await site.ask("admin", "GET /role")).body;
    expect(roles.map(({ name }: { name: string }) => name)).toContain("Member");
    expect(JSON.stringify(roles)).not.toContain("scope");
    expect((await site.ask("admin", "PUT /project/WEB", { key: "IDEA" })).status).toBe(200);
  });
});

test("an archived project is not found among the live ones, takes no issues, and cannot be deleted", async () => {
  const site = await startSite();
  expect((await site.ask("admin", "POST /project/PAY/archive")).status).toBe(204);
  expect((await site.ask("ann", "GET /project/search?keys=PAY")).body.total).toBe(0);
  expect((await site.ask("ann", "GET /project/search?keys=PAY&status=archived")).body.total).toBe(1);
  expect((await site.ask("ann", "GET /project/PAY")).body.archived).toBe(true);
  const fields = { project: { key: "PAY" }, summary: "New", issuetype: { name: "Task" } };
  expect((await site.ask("bob", "POST /issue", { fields })).status).toBe(400);
  expect((await site.ask("admin", "DELETE /project/PAY")).status).toBe(400);
  expect((await site.ask("admin", "POST /project/PAY/archive")).status).toBe(400);
  expect((await site.ask("ann", "POST /project/WEB/archive")).status).toBe(403);
});
