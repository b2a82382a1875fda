import { describe, expect, test } from "vitest";
import { accountId, startSite, type TestSite } from "../site.js";

async function makeRole(site: TestSite, name = "Developers"): Promise<number> {
  const made = await site.ask("admin", "POST /role", { name, description: "who build" });
  expect(made.status).toBe(200);
  return made.body.id;
}

test("all roles are listed, those of team-managed projects with their scope", async () => {
  const site = await startSite();
  const { body } = await site.ask("admin", "GET /role");
  expect(body.map((role: { name: string }) => role.name)).toEqual([
    "Administrators",
    "Administrator",
    "Member",
    "Viewer",
  ]);
  expect(body[0]).toMatchObject({ id: 10002, actors: [] });
  expect(body[0]).not.toHaveProperty("scope");
  expect(body[1].scope).toMatchObject({ type: "PROJECT", project: { key: "IDEA" } });
});

test("a role is made, read, renamed, described and deleted", async () => {
  const site = await startSite();
  const id = await makeRole(site);
  expect((await site.ask("admin", `GET /role/${id}`)).body).toMatchObject({ name: "Developers", actors: [] });
  const renamed = await site.ask("admin", `POST /role/${id}`, { name: "Builders", description: "ignored" });
  expect(renamed.body).toMatchObject({ name: "Builders", description: "who build" });
  const described = await site.ask("admin", `POST /role/${id}`, { description: "new" });
  expect(described.body).toMatchObject({ name: "Builders", description: "new" });
  const both = await site.ask("admin", `PUT /role/${id}`, { name: "Makers", description: "both" });
  expect(both.body).toMatchObject({ name: "Makers", description: "both" });
  expect((await site.ask("admin", `DELETE /role/${id}`)).status).toBe(204);
  expect((await site.ask("admin", `GET /role/${id}`)).status).toBe(404);
});

test("names must be new, whole and without spaces around", async () => {
  const site = await startSite();
  const id = await makeRole(site);
  expect((await site.ask("admin", "POST /role", { name: "Developers" })).status).toBe(409);
  expect((await site.ask("admin", "POST /role", { name: "Member" })).status).toBe(200);
  for (const name of ["", " Developers2", "x "]) {
    expect((await site.ask("admin", "POST /role", { name })).status).toBe(400);
  }
  expect((await site.ask("admin", `POST /role/${id}`, { name: "Administrators" })).status).toBe(400);
  expect((await site.ask("admin", `POST /role/${id}`, {})).status).toBe(400);
  expect((await site.ask("admin", `PUT /role/${id}`, { name: "Builders" })).status).toBe(400);
  expect((await site.ask("admin", `PUT /role/${id}`, { description: "x" })).status).toBe(400);
});

describe("deleting a role in use", () => {
  test("is refused while a scheme grants to it, and swaps its grants when told to", async () => {
    const site = await startSite();
    const id = await makeRole(site);
    const other = await makeRole(site, "Builders");
    const grants = "/permissionscheme/10000/permission";
    for (const [permission, value] of [
      ["EDIT_ISSUES", id],
      ["DELETE_ISSUES", id],
      ["DELETE_ISSUES", other],
    ]) {
      await site.ask("admin", `POST ${grants}`, { permission, holder: { type: "projectRole", value: `${value}` } });
    }
    expect((await site.ask("admin", `DELETE /role/${id}`)).status).toBe(409);
    expect((await site.ask("admin", `DELETE /role/${id}?swap=1`)).status).toBe(400);
    expect((await site.ask("admin", `DELETE /role/${id}?swap=10100`)).status).toBe(400);
    expect((await site.ask("admin", `DELETE /role/${id}?swap=${id}`)).status).toBe(400);
    expect((await site.ask("admin", `DELETE /role/${id}?swap=${other}`)).status).toBe(204);
    const { body } = await site.ask("admin", `GET ${grants}`);
    const kept = body.permissions.filter((grant: { holder: { value?: string } }) => grant.holder.value === `${other}`);
    expect(kept.map((grant: { permission: string }) => grant.permission).sort()).toEqual([
      "DELETE_ISSUES",
      "EDIT_ISSUES",
    ]);
  });

  test("is refused while a project has members in it", async () => {
    const site = await startSite();
    const id = await makeRole(site);
    await site.ask("admin", `POST /project/PAY/role/${id}`, { user: [await accountId(site, "bob")] });
    expect((await site.ask("admin", `DELETE /role/${id}`)).status).toBe(409);
    await site.ask("admin", `PUT /project/PAY/role/${id}`, { categorisedActors: {} });
    expect((await site.ask("admin", `DELETE /role/${id}`)).status).toBe(204);
  });
});

test("everything about roles is for administrators", async () => {
  const site = await startSite();
  for (const request of ["GET /role", "GET /role/10002", "POST /role", "PUT /role/10002", "DELETE /role/10002"]) {
    const body = request.startsWith("P") ? { name: "x", description: "y" } : undefined;
    expect((await site.ask("ann", request, body)).status, request).toBe(403);
    expect((await site.ask(null, request, body)).status, request).toBe(401);
  }
});
