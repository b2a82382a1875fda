import { describe, expect, test } from "vitest";
import { acme } from "../../../src/emulator/seed/acme.js";
import { accountId, startSite, type TestSite } from "../site.js";

const names = (page: { values: { name: string }[] }) => page.values.map((group) => group.name);

test("groups by name and by id, or all of them, in pages", async () => {
  const site = await startSite();
  const all = await site.ask("ann", "GET /group/bulk");
  expect(all.body).toMatchObject({ total: 8, isLast: true, maxResults: 50 });
  const two = await site.ask("ann", "GET /group/bulk?groupName=auditors&groupName=web-devs&groupName=nobody");
  expect(names(two.body)).toEqual(["web-devs", "auditors"]);
  const { groupId } = two.body.values[0];
  expect(names((await site.ask("ann", `GET /group/bulk?groupId=${groupId}`)).body)).toEqual(["web-devs"]);
  const page = await site.ask("ann", "GET /group/bulk?startAt=6&maxResults=1");
  expect(page.body).toMatchObject({ startAt: 6, isLast: false, nextPage: expect.stringContaining("startAt=7") });
  const refused = await site.ask("triage", "GET /group/bulk");
  expect(refused.status).toBe(403);
  expect(refused.body.errorMessages).toEqual(["Browse users and groups permission is required to view groups."]);
});

test("members by group name or id, fifty a page at most", async () => {
  const site = await startSite();
  const { body } = await site.ask("ann", "GET /group/member?groupname=pay-devs&maxResults=80");
  expect(body).toMatchObject({ total: 3, maxResults: 50 });
  expect(body.values.map((account: { displayName: string }) => account.displayName)).toEqual(["Ann", "Bob", "Carla"]);
  const { groupId } = (await site.ask("ann", "GET /group/bulk?groupName=pay-devs")).body.values[0];
  expect((await site.ask("ann", `GET /group/member?groupId=${groupId}`)).body.total).toBe(3);
  expect((await site.ask("ann", "GET /group/member?groupname=nobody")).status).toBe(404);
  expect((await site.ask("ann", "GET /group/member")).status).toBe(400);
  expect((await site.ask("ann", `GET /group/member?groupname=a&groupId=${groupId}`)).status).toBe(400);
  expect((await site.ask("triage", "GET /group/member?groupname=pay-devs")).status).toBe(403);
});

test("deactivated members are left out unless they are asked for", async () => {
  const gone = { email: "gone@acme.example", active: false };
  const groups = { ...acme.groups, leavers: { members: ["gone@acme.example"] } };
  const site = await startSite({ seed: { ...acme, groups, accounts: [...(acme.accounts ?? []), gone] } });
  expect((await site.ask("ann", "GET /group/member?groupname=leavers")).body.total).toBe(0);
  const all = await site.ask("ann", "GET /group/member?groupname=leavers&includeInactiveUsers=true");
  expect(all.body.values).toMatchObject([{ displayName: "Gone", active: false }]);
});

async function groupId(site: TestSite, name: string): Promise<string> {
  return (await site.ask("admin", `GET /group/bulk?groupName=${name}`)).body.values[0].groupId;
}

describe("creating", () => {
  test("gives an empty group that nobody had before, under a name that is free", async () => {
    const site = await startSite();
    const made = await site.ask("admin", "POST /group", { name: " jira-bots " });
    expect(made).toMatchObject({ status: 201, body: { name: "jira-bots", users: { size: 0, items: [] } } });
    const again = await site.ask("admin", "POST /group", { name: "Jira-Bots" });
    expect(again).toMatchObject({
      status: 400,
      body: { errorMessages: ["A group with the name 'Jira-Bots' already exists."] },
    });
    expect((await site.ask("admin", "POST /group", { name: " " })).status).toBe(400);
    expect((await site.ask("ann", "POST /group", { name: "mine" })).status).toBe(403);
    await site.ask("admin", `DELETE /group?groupId=${made.body.groupId}`);
    const next = await site.ask("admin", "POST /group", { name: "jira-bots" });
    expect(next.body.groupId).not.toBe(made.body.groupId);
  });
});

describe("deleting", () => {
  test("takes its grants, roles and members with it", async () => {
    const site = await startSite();
    const id = await groupId(site, "acme-staff");
    await site.ask("admin", "POST /project/PAY/role/10002", { groupId: [id] });
    await site.ask("admin", "POST /role/10002/actors", { groupId: [id] });
    expect((await site.ask("admin", "DELETE /group?groupname=acme-staff")).status).toBe(200);
    expect(JSON.stringify((await site.control("GET /state")).body)).not.toContain(id);
    expect((await site.ask("bob", "GET /issue/PAY-1")).status).toBe(404);
    expect((await site.ask("admin", `DELETE /group?groupId=${id}`)).status).toBe(404);
  });

  test("takes the licence of its members where it gave one", async () => {
    const site = await startSite();
    await site.ask("admin", "POST /group/user?groupname=auditors", { accountId: await accountId(site, "bob") });
    await site.ask("admin", "DELETE /group?groupname=jira-software-users");
    expect((await site.ask("bob", "GET /myself")).status).toBe(401);
  });

  test("moves nothing to the group that takes its place, but wants it to exist", async () => {
    const site = await startSite();
    const id = await groupId(site, "pay-devs");
    const bad = ["swapGroup=nobody", "swapGroupId=x", `swapGroupId=${id}`];
    for (const swap of bad) expect((await site.ask("admin", `DELETE /group?groupId=${id}&${swap}`)).status).toBe(400);
    expect((await site.ask("admin", `DELETE /group?groupId=${id}&swapGroup=auditors`)).status).toBe(200);
    expect((await site.ask("admin", "GET /group/member?groupname=auditors")).body.total).toBe(1);
  });
});

describe("members", () => {
  test("are added once and removed once", async () => {
    const site = await startSite();
    const id = await groupId(site, "auditors");
    const bob = await accountId(site, "bob");
    const add = () => site.ask("admin", `POST /group/user?groupId=${id}`, { accountId: bob });
    const remove = () => site.ask("admin", `DELETE /group/user?groupId=${id}&accountId=${bob}`);
    expect(await add()).toMatchObject({ status: 201, body: { name: "auditors", groupId: id, users: { size: 2 } } });
    expect(await add()).toMatchObject({
      status: 400,
      body: { errorMessages: ["Cannot add user. 'Bob' is already a member of 'auditors'."] },
    });
    expect(await remove()).toMatchObject({ status: 200, body: "" });
    expect(await remove()).toMatchObject({
      status: 400,
      body: { errorMessages: ["Cannot remove user. 'Bob' is not a member of 'auditors'."] },
    });
  });

  test("must be known, and only administrators choose them", async () => {
    const site = await startSite();
    const bob = await accountId(site, "bob");
    expect((await site.ask("admin", "POST /group/user?groupname=auditors", { accountId: "5f" })).status).toBe(404);
    expect((await site.ask("admin", "POST /group/user?groupname=nobody", { accountId: bob })).status).toBe(404);
    expect((await site.ask("admin", "POST /group/user?groupname=auditors", {})).status).toBe(400);
    expect((await site.ask("admin", "DELETE /group/user?groupname=auditors")).status).toBe(400);
    expect((await site.ask("ann", "POST /group/user?groupname=auditors", { accountId: bob })).status).toBe(403);
    expect((await site.ask("ann", `DELETE /group/user?groupname=pay-devs&accountId=${bob}`)).status).toBe(403);
  });

  test("get at once what the group has", async () => {
    const site = await startSite();
    expect((await site.ask("triage", "GET /issue/PAY-1")).status).toBe(404);
    await site.ask("admin", "POST /group/user?groupname=acme-staff", { accountId: await accountId(site, "triage") });
    expect((await site.ask("triage", "GET /issue/PAY-1")).status).toBe(200);
  });
});

test("a group that is renamed on the control port keeps its id, members and grants", async () => {
  const site = await startSite();
  const id = await groupId(site, "acme-staff");
  expect((await site.control("POST /rename-group", { groupId: id, name: "everybody" })).status).toBe(204);
  expect((await site.ask("ann", `GET /group/bulk?groupId=${id}`)).body.values).toEqual([
    { name: "everybody", groupId: id },
  ]);
  expect((await site.ask("bob", "GET /issue/PAY-1")).status).toBe(200);
  expect((await site.control("POST /rename-group", { groupId: id, name: "auditors" })).status).toBe(400);
  expect((await site.control("POST /rename-group", { groupId: "x", name: "new" })).status).toBe(404);
  expect((await site.control("POST /rename-group", { groupId: id })).status).toBe(400);
});
