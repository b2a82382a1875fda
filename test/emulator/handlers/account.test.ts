import { describe, expect, test } from "vitest";
import { acme } from "../../../src/emulator/seed/acme.js";
import { accountId, startSite } from "../site.js";

const names = (accounts: { displayName: string }[]) => accounts.map((account) => account.displayName);

test("myself is the caller, with groups and products when expanded", async () => {
  const site = await startSite();
  const { body } = await site.ask("triage", "GET /myself");
  expect(body).toMatchObject({
    accountId: expect.stringMatching(/^5f\d{22}$/),
    emailAddress: "triage@acme.example",
    displayName: "Triage",
    active: true,
    accountType: "atlassian",
    groups: { size: 1, items: [] },
  });
  const full = await site.ask("triage", "GET /myself?expand=groups,applicationRoles");
  expect(full.body.groups.items).toMatchObject([{ name: "jira-software-users" }]);
  expect(full.body.applicationRoles.items).toMatchObject([{ key: "jira-software" }]);
  expect((await site.ask(null, "GET /myself")).status).toBe(401);
});

describe("searching", () => {
  test("by the beginning of an e-mail or of a word of the name", async () => {
    const site = await startSite();
    const found = async (query: string) => names((await site.ask("ann", `GET /user/search?query=${query}`)).body);
    expect(await found("release-notes@acme.example")).toEqual(["Release Notes"]);
    expect(await found("NOTES")).toEqual(["Release Notes"]);
    expect(await found("otes")).toEqual([]);
    expect(await found("a")).toEqual(["Admin", "Ann"]);
  });

  test("by account id, in pages, and never with both ways at once", async () => {
    const site = await startSite();
    const id = await accountId(site, "bob");
    expect(names((await site.ask("ann", `GET /user/search?accountId=${id}`)).body)).toEqual(["Bob"]);
    expect((await site.ask("ann", "GET /user/search?query=&maxResults=3")).body).toHaveLength(3);
    expect((await site.ask("ann", `GET /user/search?accountId=${id}&query=b`)).status).toBe(400);
    expect((await site.ask("ann", "GET /user/search")).status).toBe(400);
  });

  test("finds nobody for those who may not browse users", async () => {
    const site = await startSite();
    expect(await site.ask("triage", "GET /user/search?query=ann")).toMatchObject({ status: 200, body: [] });
    expect(await site.ask(null, "GET /user/search?query=ann")).toMatchObject({ status: 200, body: [] });
  });

  test("a hidden e-mail is neither shown nor found, but by its owner", async () => {
    const shy = { email: "shy@acme.example", emailVisible: false };
    const groups = {
      ...acme.groups,
      "acme-staff": { members: ["shy@acme.example"], globalPermissions: ["USER_PICKER"] },
    };
    const applications = { "jira-software": { groups: ["jira-software-users", "acme-staff"] } };
    const site = await startSite({
      seed: { ...acme, applications, groups, accounts: [...(acme.accounts ?? []), shy] },
    });
    const [found] = (await site.ask("admin", "GET /user/search?query=shy")).body;
    expect(found).toMatchObject({ displayName: "Shy" });
    expect(found).not.toHaveProperty("emailAddress");
    expect((await site.ask("admin", "GET /user/search?query=shy@")).body).toEqual([]);
    expect((await site.ask("shy", "GET /myself")).body.emailAddress).toBe("shy@acme.example");
  });
});

test("accounts in bulk: ten a page unless more are asked for, strangers left out", async () => {
  const site = await startSite();
  const everybody = (await site.ask("admin", "GET /users/search")).body;
  const query = everybody.map((account: { accountId: string }) => `accountId=${account.accountId}`).join("&");
  const first = await site.ask("triage", `GET /user/bulk?${query}&accountId=5f`);
  expect(first.body).toMatchObject({ total: 15, maxResults: 10, isLast: false });
  expect(first.body.values).toHaveLength(10);
  const next = new URL(first.body.nextPage);
  const rest = await site.ask("triage", `GET /user/bulk${next.search}`);
  expect(rest.body).toMatchObject({ startAt: 10, isLast: true });
  expect(rest.body.values).toHaveLength(5);
  expect((await site.ask("triage", `GET /user/bulk?${query}&maxResults=500`)).body.maxResults).toBe(200);
  expect((await site.ask("triage", "GET /user/bulk")).status).toBe(400);
});

test("users/search is a bare list, in pages", async () => {
  const site = await startSite();
  expect((await site.ask("ann", "GET /users/search?maxResults=5")).body).toHaveLength(5);
  expect((await site.ask("ann", "GET /users/search?startAt=12")).body).toHaveLength(3);
  expect((await site.ask("ann", "GET /users/search?startAt=-1")).status).toBe(400);
  expect((await site.ask("triage", "GET /users/search")).status).toBe(403);
});

test("one user and its groups, for those who may browse users", async () => {
  const site = await startSite();
  const id = await accountId(site, "bob");
  const user = await site.ask("ann", `GET /user?accountId=${id}&expand=groups`);
  expect(user.body.groups.items.map((group: { name: string }) => group.name)).toContain("pay-devs");
  const { body } = await site.ask("ann", `GET /user/groups?accountId=${id}`);
  expect(body.map((group: { name: string }) => group.name)).toEqual(["jira-software-users", "acme-staff", "pay-devs"]);
  for (const path of ["/user", "/user/groups"]) {
    expect((await site.ask("ann", `GET ${path}?accountId=5f`)).status).toBe(404);
    expect((await site.ask("ann", `GET ${path}`)).status).toBe(400);
    expect((await site.ask("triage", `GET ${path}?accountId=${id}`)).status).toBe(403);
    expect((await site.ask(null, `GET ${path}?accountId=${id}`)).status).toBe(401);
  }
});
