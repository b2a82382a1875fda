import { expect, test } from "vitest";
import { createAccountSearch } from "../../src/client/account-search.js";
import { createClient } from "../../src/client/create-client.js";
import { readCredentials, readSettings } from "../../src/client/credentials.js";
import { startSite } from "../emulator/site.js";
import { takeRequests } from "../helpers/describe-state.js";

const admin = "admin@acme.example";
const people = Array.from({ length: 40 }, (_, index) => `person-${index}@acme.example`);

async function openSearch() {
  const site = await startSite({
    seed: {
      accounts: [{ email: admin, token: "emulator-admin-token" }, ...people.map((email) => ({ email }))],
      applications: { "jira-software": { groups: ["admins"] } },
      groups: { admins: { members: [admin], globalPermissions: ["ADMINISTER", "USER_PICKER"] } },
    },
  });
  const settings = { JIRA_URL: site.url, JIRA_EMAIL: admin, JIRA_API_TOKEN: "emulator-admin-token" };
  const search = createAccountSearch(createClient(readCredentials(readSettings(settings))));
  return {
    find: (emails: readonly string[]) => Promise.all(emails.map(search)),
    sent: async () => (await takeRequests(site)).map((request) => request.replace("/rest/api/3", "")),
  };
}

test("a few accounts are searched for one by one", async () => {
  const { find, sent } = await openSearch();
  const found = await find(people.slice(0, 2));
  expect(found.map((account) => account?.email)).toEqual(people.slice(0, 2));
  expect(await sent()).toEqual(["GET /user/search", "GET /user/search"]);
});

test("many are found in one page of all accounts, whatever the case of their e-mails", async () => {
  const { find, sent } = await openSearch();
  const found = await find(people.map((email) => email.toUpperCase()));
  expect(found.map((account) => account?.email)).toEqual(people);
  expect(await sent()).toEqual(["GET /users/search"]);
});

test("who is not among all accounts is still searched for", async () => {
  const { find, sent } = await openSearch();
  const [unknown, ...known] = await find(["nobody@acme.example", ...people]);
  expect(unknown).toBeUndefined();
  expect(known.map((account) => account?.email)).toEqual(people);
  expect((await sent()).sort()).toEqual(["GET /user/search", "GET /users/search"]);
});
