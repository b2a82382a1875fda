import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexAccess } from "../../src/analysis/access/access-index.js";
import { decide } from "../../src/analysis/access/effective-permissions.js";
import { needsOf } from "../../src/catalogue/permissions.js";
import { createClient } from "../../src/client/create-client.js";
import { readCredentials, readSettings } from "../../src/client/credentials.js";
import { createDirectory } from "../../src/client/directory.js";
import { checkPermissions } from "../../src/client/permission.js";
import { acme } from "../../src/emulator/seed/acme.js";
import type { Seed } from "../../src/emulator/seed/seed.js";
import { observeAccess } from "../../src/live/observe-access.js";
import { granted, worlds } from "../analysis/worlds/random-world.js";
import { accountId, startSite, type TestSite } from "../emulator/site.js";
import { takeRequests } from "../helpers/describe-state.js";

function directoryOf(site: TestSite) {
  const settings = { JIRA_URL: site.url, JIRA_EMAIL: "admin@acme.example", JIRA_API_TOKEN: "emulator-admin-token" };
  return createDirectory(createClient(readCredentials(readSettings(settings))));
}

/** Holds what the engine makes of the model that was read against what the site says of everybody. */
async function expectAgreement(site: TestSite, permissions: readonly string[]) {
  const directory = directoryOf(site);
  const access = await observeAccess(directory, { accounts: "all", projects: "all" });
  const index = indexAccess(access);
  const companyProjects = [...access.projects.values()].filter(({ management }) => management === "company");
  const projects = companyProjects.map(({ id }) => id);
  expect(access.accounts.size).toBeGreaterThan(0);
  for (const account of access.accounts.keys()) {
    const question = { account, inProjects: permissions, projects };
    const { inProjects } = await checkPermissions(directory.client, question);
    for (const permission of permissions) {
      const allowed = projects.filter(
        (project) => decide(index, { account, project, permission }).outcome === "allowed",
      );
      const parts = [permission, ...needsOf(permission)];
      const held = projects.filter((id) => parts.every((key) => inProjects.get(key)?.has(id)));
      expect([account, permission, allowed]).toEqual([account, permission, held]);
    }
  }
}

describe("what is read decides as the site itself does", () => {
  test("on acme", async () => {
    await expectAgreement(await startSite(), [
      "BROWSE_PROJECTS",
      "DELETE_ISSUES",
      "ADMINISTER_PROJECTS",
      "EDIT_WORKFLOW",
    ]);
  });

  test.each(fc.sample(worlds, { numRuns: 8, seed: 20_261_127 }).map((world, number) => [number, world] as const))(
    "in random world %i",
    async (_, world) => {
      await expectAgreement(await startSite({ seed: administered(world) }), granted);
    },
  );
});

/** The world with an administrator who can read it. */
function administered(world: Seed): Seed {
  const admin = "admin@acme.example";
  return {
    ...world,
    accounts: [...(world.accounts ?? []), { email: admin, type: "app" }],
    groups: { ...world.groups, admins: { members: [admin], globalPermissions: ["ADMINISTER", "USER_PICKER"] } },
  };
}

describe("it takes", () => {
  test("one request a thing for one account in one project, and only the roles that the permission is granted to", async () => {
    const site = await startSite();
    const ann = await accountId(site, "ann");
    await takeRequests(site);
    const question = { accounts: [ann], projects: ["PAY"], permissions: ["DELETE_ISSUES", "BROWSE_PROJECTS"] };
    const access = await observeAccess(directoryOf(site), question);
    expect([...(await takeRequests(site))].sort()).toEqual([
      "GET /rest/api/3/applicationrole",
      "GET /rest/api/3/issuesecurityschemes/level",
      "GET /rest/api/3/project/10000/permissionscheme",
      "GET /rest/api/3/project/10000/role/10002",
      "GET /rest/api/3/project/PAY",
      "GET /rest/api/3/user",
    ]);
    expect([...access.accounts.keys()]).toEqual([ann]);
    expect([...access.projects.values()].map(({ key, lead }) => [key, lead])).toEqual([["PAY", ann]]);
  });

  test("one request for all schemes, one a project and one a role in it for all projects", async () => {
    const site = await startSite();
    await observeAccess(directoryOf(site), { accounts: [], projects: "all" });
    const requests = await takeRequests(site);
    const count = (pattern: RegExp) => requests.filter((request) => pattern.test(request)).length;
    expect(count(/project\/search$/)).toBe(1);
    expect(count(/api\/3\/permissionscheme$/)).toBe(1);
    expect(count(/project\/\d+\/permissionscheme$/)).toBe(5);
    expect(count(/project\/\d+\/role\/10002$/)).toBe(5);
    expect(requests).toHaveLength(1 + 1 + 5 + 5 + 2);
  });
});

test("what is not on the site is absent", async () => {
  const site = await startSite();
  const access = await observeAccess(directoryOf(site), { accounts: ["5f9999"], projects: ["NOPE"], roles: true });
  expect([access.accounts.size, access.projects.size]).toEqual([0, 0]);
  expect([...access.roles.values()].map(({ name }) => name)).toContain("Administrators");
});

test("security levels come with their holders and the roles that these name", async () => {
  const site = await startSite({
    seed: {
      ...acme,
      projectRoles: { ...acme.projectRoles, Board: {} },
      issueSecuritySchemes: {
        Secrets: { levels: { High: [{ projectRole: "Board" }, { group: "auditors" }, "reporter"] } },
      },
      projects: (acme.projects ?? []).map((one) =>
        one.key === "PAY"
          ? { ...one, issueSecurityScheme: "Secrets", roles: { Board: { users: ["ann@acme.example"] } } }
          : one,
      ),
    },
  });
  const access = await observeAccess(directoryOf(site), { accounts: [], projects: ["PAY", "WEB"], permissions: [] });
  const [pay, web] = [...access.projects.values()];
  expect(pay?.securityLevels).toMatchObject([
    {
      name: "High",
      holders: [
        { holder: { type: "projectRole", name: "Board" } },
        { holder: { type: "group", name: "auditors" } },
        { holder: { type: "reporter" } },
      ],
    },
  ]);
  expect([...(pay?.actors.values() ?? [])]).toMatchObject([{ users: [{ name: "Ann" }], groups: [] }]);
  expect(web?.securityLevels).toEqual([]);
});
