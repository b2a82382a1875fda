import { describe, expect, test } from "vitest";
import { acme } from "../../../src/emulator/seed/acme.js";
import { accountId, startSite, type TestSite } from "../site.js";

const payAdministrators = "/project/PAY/role/10002";

interface Actor {
  readonly displayName: string;
}

async function members(site: TestSite, path = payAdministrators): Promise<string[]> {
  const { body } = await site.ask("admin", `GET ${path}`);
  return body.actors.map((actor: Actor) => actor.displayName);
}

test("a role's members are people and groups, sorted by name", async () => {
  const site = await startSite();
  const { body } = await site.ask("admin", `POST ${payAdministrators}`, { group: ["acme-staff"] });
  expect(body.actors).toMatchObject([
    {
      displayName: "acme-staff",
      type: "atlassian-group-role-actor",
      actorGroup: { name: "acme-staff", displayName: "acme-staff", groupId: expect.any(String) },
    },
    { displayName: "Admin", type: "atlassian-user-role-actor", actorUser: { accountId: expect.any(String) } },
    { displayName: "Ann", id: expect.any(Number) },
  ]);
  expect(body).toMatchObject({ id: 10002, name: "Administrators", self: expect.stringMatching(/role\/10002$/) });
});

describe("adding", () => {
  test("people by account, groups by name or id", async () => {
    const site = await startSite();
    const { groupId } = (await site.ask("admin", "GET /group/bulk?groupName=auditors")).body.values[0];
    const user = [await accountId(site, "triage")];
    const added = await site.ask("admin", `POST ${payAdministrators}`, {
      user,
      group: ["web-devs"],
      groupId: [groupId],
    });
    expect(added.status).toBe(200);
    expect(await members(site)).toEqual(["Admin", "Ann", "auditors", "Triage", "web-devs"]);
  });

  test("a member again is refused, and nobody else of the request gets in", async () => {
    const site = await startSite();
    const user = [await accountId(site, "bob"), await accountId(site, "ann")];
    const refused = await site.ask("admin", `POST ${payAdministrators}`, { user });
    expect(refused.status).toBe(400);
    expect(refused.body.errorMessages[0]).toContain("is already a member of the project role.");
    expect(await members(site)).toEqual(["Admin", "Ann"]);
  });

  test("unknown or deactivated people and unknown groups are 404, nobody at all 400", async () => {
    const gone = { email: "gone@acme.example", active: false, accountId: "5fgone" };
    const site = await startSite({ seed: { ...acme, accounts: [...(acme.accounts ?? []), gone] } });
    for (const body of [{ user: ["5f"] }, { user: ["5fgone"] }, { group: ["nobody"] }, { groupId: ["nobody"] }]) {
      expect((await site.ask("admin", `POST ${payAdministrators}`, body)).status).toBe(404);
    }
    expect((await site.ask("admin", `POST ${payAdministrators}`, {})).status).toBe(400);
  });
});

describe("replacing", () => {
  test("makes the list exactly what is sent", async () => {
    const site = await startSite();
    const categorisedActors = {
      "atlassian-user-role-actor": [await accountId(site, "ann"), await accountId(site, "eve")],
      "atlassian-group-role-actor": ["web-devs"],
    };
    const set = await site.ask("admin", `PUT ${payAdministrators}`, { categorisedActors });
    expect(set.status).toBe(200);
    expect(set.body.actors.map((actor: Actor) => actor.displayName)).toEqual(["Ann", "Eve", "web-devs"]);
    const { groupId } = (await site.ask("admin", "GET /group/bulk?groupName=auditors")).body.values[0];
    const byId = { categorisedActors: { "atlassian-group-role-actor-id": [groupId] } };
    await site.ask("admin", `PUT ${payAdministrators}`, byId);
    expect(await members(site)).toEqual(["auditors"]);
  });

  test("with somebody unknown changes nothing", async () => {
    const site = await startSite();
    const categorisedActors = { "atlassian-user-role-actor": ["5f"] };
    expect((await site.ask("admin", `PUT ${payAdministrators}`, { categorisedActors })).status).toBe(404);
    const wrongKind = { categorisedActors: { people: [] } };
    expect((await site.ask("admin", `PUT ${payAdministrators}`, wrongKind)).status).toBe(400);
    expect(await members(site)).toEqual(["Admin", "Ann"]);
  });
});

describe("removing", () => {
  test("by account, group name or group id", async () => {
    const site = await startSite();
    await site.ask("admin", `POST ${payAdministrators}`, { group: ["web-devs", "auditors"] });
    const { groupId } = (await site.ask("admin", "GET /group/bulk?groupName=auditors")).body.values[0];
    for (const query of [`user=${await accountId(site, "admin")}`, "group=web-devs", `groupId=${groupId}`]) {
      expect((await site.ask("admin", `DELETE ${payAdministrators}?${query}`)).status).toBe(204);
      expect((await site.ask("admin", `DELETE ${payAdministrators}?${query}`)).status).toBe(404);
    }
    expect(await members(site)).toEqual(["Ann"]);
  });

  test("needs somebody to remove, and one way to name a group", async () => {
    const site = await startSite();
    expect((await site.ask("admin", `DELETE ${payAdministrators}`)).status).toBe(400);
    expect((await site.ask("admin", `DELETE ${payAdministrators}?group=a&groupId=b`)).status).toBe(400);
  });
});

test("who administers the project may do it; others get the documented refusals", async () => {
  const site = await startSite();
  expect((await site.ask("ann", `GET ${payAdministrators}`)).status).toBe(200);
  expect((await site.ask("ann", `POST ${payAdministrators}`, { group: ["auditors"] })).status).toBe(200);
  for (const [who, request, status] of [
    ["bob", "GET", 404],
    ["bob", "POST", 401],
    ["bob", "PUT", 401],
    ["bob", "DELETE", 404],
    ["triage", "GET", 404],
    ["triage", "POST", 404],
    ["triage", "PUT", 404],
    ["triage", "DELETE", 404],
    [null, "PUT", 401],
  ] as const) {
    const bodies = { GET: undefined, DELETE: undefined, POST: { group: ["pay-devs"] }, PUT: { categorisedActors: {} } };
    const answer = await site.ask(who, `${request} ${payAdministrators}?group=auditors`, bodies[request]);
    expect(answer.status, `${who} ${request}`).toBe(status);
  }
});

test("an unknown role is 404, and so is a role of another kind of project", async () => {
  const site = await startSite();
  const own = (await site.ask("admin", "GET /role")).body.find((role: { name: string }) => role.name === "Member").id;
  expect((await site.ask("admin", "GET /project/PAY/role/5")).status).toBe(404);
  expect((await site.ask("admin", `GET /project/PAY/role/${own}`)).status).toBe(404);
  expect((await site.ask("admin", "GET /project/IDEA/role/10002")).status).toBe(404);
  expect(await members(site, `/project/IDEA/role/${own}`)).toEqual(["pay-devs"]);
});
