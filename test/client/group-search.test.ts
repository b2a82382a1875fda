import { expect, test } from "vitest";
import { createClient } from "../../src/client/create-client.js";
import { readCredentials, readSettings } from "../../src/client/credentials.js";
import { createGroupSearch } from "../../src/client/group-search.js";
import { startSite } from "../emulator/site.js";
import { takeRequests } from "../helpers/describe-state.js";

const admin = "admin@acme.example";
const admins = { admins: { members: [admin], globalPermissions: ["ADMINISTER", "USER_PICKER"] } };

async function openSearch(teams: number) {
  const names = Array.from({ length: teams }, (_, index) => `team-${index}`);
  const site = await startSite({
    seed: {
      accounts: [{ email: admin, token: "emulator-admin-token" }],
      applications: { "jira-software": { groups: ["admins"] } },
      groups: { ...admins, ...Object.fromEntries(names.map((name) => [name, {}])) },
    },
  });
  const settings = { JIRA_URL: site.url, JIRA_EMAIL: admin, JIRA_API_TOKEN: "emulator-admin-token" };
  const search = createGroupSearch(createClient(readCredentials(readSettings(settings))));
  return {
    names,
    find: async (...names: string[]) => (await search(names)).map((group) => group?.name),
    sent: async () => (await takeRequests(site)).length,
  };
}

test("groups that are asked for together are found in one request, and nothing is asked of those known", async () => {
  const { find, sent } = await openSearch(9);
  expect(await find("team-1", "nobody", "team-2")).toEqual(["team-1", undefined, "team-2"]);
  expect(await sent()).toBe(1);
  expect(await find("team-2", "team-1")).toEqual(["team-2", "team-1"]);
  expect(await sent()).toBe(0);
});

test("what is asked for one after the other takes two requests, where one page holds all groups", async () => {
  const { names, find, sent } = await openSearch(9);
  for (const name of names) expect(await find(name)).toEqual([name]);
  expect(await sent()).toBe(2);
});

test("at the same time no page is read twice", async () => {
  const { names, find, sent } = await openSearch(120);
  const found = await Promise.all(names.map((name) => find(name)));
  expect(found.flat()).toEqual(names);
  expect(await sent()).toBe(1 + Math.ceil(121 / 50));
  expect(await find("team-new")).toEqual([undefined]);
  expect(await sent()).toBe(1);
});

test("never are there more than two requests for each time that names are asked for", async () => {
  const { find, sent } = await openSearch(260);
  for (const name of ["team-259", "team-258", "team-257"]) expect(await find(name)).toEqual([name]);
  expect(await sent()).toBeLessThanOrEqual(6);
});
