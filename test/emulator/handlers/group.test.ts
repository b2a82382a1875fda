import { expect, test } from "vitest";
import { acme } from "../../../src/emulator/acme.js";
import { startSite } from "../site.js";

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
