import { describe, expect, test } from "vitest";
import { createClient } from "../../src/client/create-client.js";
import { readCredentials, readSettings } from "../../src/client/credentials.js";
import { createDirectory } from "../../src/client/directory.js";
import { acme } from "../../src/emulator/seed/acme.js";
import { JiraError } from "../../src/errors.js";
import { type Lookups, observeSite, type Site } from "../../src/live/observe-site.js";
import { preflight } from "../../src/preflight/preflight.js";
import { recollect } from "../../src/preflight/recollection.js";
import { readStack } from "../../src/stack/read-stack.js";
import { startSite, type TestSite } from "../emulator/site.js";
import { takeRequests } from "../helpers/describe-state.js";

const nothing: Lookups = { projects: [], accounts: [], groups: [], schemesOf: [], administered: [] };

function directoryOf(site: TestSite, who = "admin", token = `emulator-${who}-token`) {
  const settings = { JIRA_URL: site.url, JIRA_EMAIL: `${who}@acme.example`, JIRA_API_TOKEN: token };
  const client = createClient(readCredentials(readSettings(settings)), { retryBudgetMs: 2000 });
  return createDirectory(client);
}

function observe(site: TestSite, lookups: Partial<Lookups> = {}, who?: string, token?: string) {
  return observeSite(directoryOf(site, who, token), () => ({ ...nothing, ...lookups }));
}

const failure = (observed: Promise<Site>) =>
  observed.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("who asks", () => {
  test("must administer the site: otherwise one error names the account, and nothing more is asked", async () => {
    const site = await startSite();
    const error = await failure(observe(site, {}, "ann"));
    expect(error).toBeInstanceOf(JiraError);
    expect(error).toMatchObject({
      kind: "forbidden",
      message: `ann@acme.example does not administer ${site.url}: permission schemes and roles can only be read and written with the global permission ADMINISTER. Use an administrator's credentials, or have the permission granted to that account`,
    });
    expect([...(await takeRequests(site))].sort()).toEqual(["GET /rest/api/3/mypermissions", "GET /rest/api/3/myself"]);
  });

  test("must have a token that works: otherwise the error is about credentials, without the token", async () => {
    const error = await failure(observe(await startSite(), {}, "admin", "a-wrong-token"));
    expect(error).toMatchObject({
      kind: "credentials",
      message: expect.stringContaining("Check JIRA_URL, JIRA_EMAIL"),
    });
    expect(String(error)).not.toContain("a-wrong-token");
  });

  test("is told with the groups that it is in", async () => {
    const { actingAccount } = await observe(await startSite());
    expect(actingAccount).toMatchObject({ email: "admin@acme.example", active: true });
    expect(actingAccount.groups).toContain("jira-administrators");
  });
});

describe("what is seen", () => {
  test("are all schemes with their grants, all roles, projects and permission keys", async () => {
    const seen = await observe(await startSite());
    expect(seen.schemes.map(({ name, grants }) => [name, grants.length > 0])).toEqual([
      ["Default Permission Scheme", true],
      ["Legacy open scheme", true],
    ]);
    expect(seen.schemes[1]?.grants).toContainEqual({
      id: expect.any(String),
      permission: "EDIT_ISSUES",
      holder: { type: "group", name: "acme-staff" },
      holderId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(seen.roles.filter(({ scope }) => scope === undefined).map(({ name }) => name)).toEqual(["Administrators"]);
    expect(seen.projects.map(({ key, management }) => `${key} ${management}`)).toEqual([
      "HR company",
      "IDEA team",
      "OPS company",
      "PAY company",
      "SUP company",
      "WEB company",
    ]);
    expect(seen.permissionKeys).toContain("BROWSE_PROJECTS");
  });

  test("are the accounts, groups and schemes that were asked for, and not those that are not there", async () => {
    const site = await startSite({
      seed: {
        ...acme,
        accounts: (acme.accounts ?? []).map((one) =>
          one.email === "bob@acme.example" ? { ...one, emailVisible: false } : one,
        ),
      },
    });
    const bob = (await site.ask("bob", "GET /myself")).body.accountId;
    const seen = await observe(site, {
      accounts: ["ANN@acme.example", "bob@acme.example", bob, "nobody@acme.example", "5f9999999999999999999999"],
      groups: ["auditors", "nobody"],
      schemesOf: ["PAY", "IDEA", "NOPE"],
    });
    expect([...seen.accounts].map(([name, { displayName }]) => [name, displayName])).toEqual([
      ["ANN@acme.example", "Ann"],
      [bob, "Bob"],
    ]);
    expect([...seen.groups.keys()]).toEqual(["auditors"]);
    expect([...seen.schemeOf]).toEqual([["PAY", "Default Permission Scheme"]]);
  });

  test("is where the acting account administers, among the projects that were asked for", async () => {
    const site = await startSite();
    const role = (await site.ask("admin", "GET /role")).body[0].id;
    const categorisedActors = { "atlassian-user-role-actor": [] };
    await site.ask("admin", `PUT /project/WEB/role/${role}`, { categorisedActors });
    const { administered } = await observe(site, { administered: ["PAY", "WEB", "IDEA", "NOPE"] });
    expect([...administered]).toEqual(["PAY"]);
  });

  test("of the demo's stack takes one request a collection, one for all e-mails, one for all groups, and no write", async () => {
    const site = await startSite();
    const stack = readStack("stacks/demo.yaml");
    await preflight(stack, "acme/demo", recollect({}), (lookupsOf) => observeSite(directoryOf(site), lookupsOf));
    const requests = await takeRequests(site);
    const count = (request: string) => requests.filter((one) => one === request).length;
    const collections = ["permissionscheme", "role", "permissions", "project/search", "myself", "mypermissions"];
    for (const path of [...collections, "users/search", "group/bulk"]) {
      expect([path, count(`GET /rest/api/3/${path}`)]).toEqual([path, 1]);
    }
    const checks = count("POST /rest/api/3/permissions/check");
    expect(requests).toHaveLength(8 + checks);
    expect(checks).toBeLessThanOrEqual(1);
  });
});
