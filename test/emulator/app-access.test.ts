import { describe, expect, test } from "vitest";
import { permissions } from "../../src/catalogue/permissions.js";
import { acme } from "../../src/emulator/seed/acme.js";
import { startSite, type TestSite } from "./site.js";

const grantable = Object.values(permissions).filter(
  ({ level, category }) => level === "project" && category !== "hidden",
).length;

const timer = { key: "timer", name: "Timer for Jira" };

async function appRole(site: TestSite): Promise<string> {
  const roles = (await site.ask("admin", "GET /role")).body;
  return String(
    roles.find(({ name }: { name: string }) => name === "atlassian-addons-project-access")?.id ?? "no such role",
  );
}

async function appGrants(site: TestSite, scheme: number): Promise<{ id: number }[]> {
  const [role, { body }] = [
    await appRole(site),
    await site.ask("admin", `GET /permissionscheme/${scheme}/permission?expand=permissions`),
  ];
  return body.permissions.filter(({ holder }: { holder: { value: string } }) => holder.value === role);
}

async function appMembers(site: TestSite, project: string): Promise<string[]> {
  const { body } = await site.ask("admin", `GET /project/${project}/role/${await appRole(site)}`);
  return body.actors.map(({ displayName }: { displayName: string }) => displayName);
}

test("acme has no app", async () => {
  const site = await startSite();
  expect(await appRole(site)).toBe("no such role");
});

describe("an installed app", () => {
  test("has the role of apps in every project, and it every permission of every scheme", async () => {
    const site = await startSite();
    expect((await site.control("POST /install-app", timer)).status).toBe(204);
    expect(await appGrants(site, 0)).toHaveLength(grantable);
    expect(await appGrants(site, 10000)).toHaveLength(grantable);
    expect(await appMembers(site, "HR")).toEqual(["Timer for Jira"]);
    const added = (await site.ask("admin", "POST /permissionscheme", { name: "New" })).body;
    expect(await appGrants(site, added.id)).toHaveLength(grantable);
    expect((await site.control("POST /install-app", { key: "x" })).status).toBe(400);
  });

  test("can be seeded, and its permissions are granted too", async () => {
    const appPermissions = [{ key: "timer__log", name: "Log time" }];
    const site = await startSite({ seed: { ...acme, apps: [timer], appPermissions } });
    expect(await appGrants(site, 0)).toHaveLength(grantable + 1);
  });

  test("gets back what is taken away, once the write is answered", async () => {
    const site = await startSite({ seed: { ...acme, apps: [timer] } });
    const [grant] = await appGrants(site, 0);
    expect((await site.ask("admin", `DELETE /permissionscheme/0/permission/${grant?.id}`)).status).toBe(204);
    expect(await appGrants(site, 0)).toHaveLength(grantable);
    const emptied = await site.ask("admin", "PUT /permissionscheme/0?expand=permissions", {
      name: "Emptied",
      permissions: [],
    });
    expect(emptied.body.permissions).toEqual([]);
    expect(await appGrants(site, 0)).toHaveLength(grantable);
    await site.ask("admin", `PUT /project/HR/role/${await appRole(site)}`, { categorisedActors: {} });
    expect(await appMembers(site, "HR")).toEqual(["Timer for Jira"]);
  });
});
