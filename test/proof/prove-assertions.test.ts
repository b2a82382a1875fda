import { expect, test } from "vitest";
import { createClient } from "../../src/client/create-client.js";
import { readCredentials } from "../../src/client/credentials.js";
import { createDirectory } from "../../src/client/directory.js";
import type { Assertion } from "../../src/model/assertion.js";
import { proveAssertions } from "../../src/proof/prove-assertions.js";
import { startSite, type TestSite } from "../emulator/site.js";

const at = (account: string) => `${account}@acme.example`;

async function prove(
  site: TestSite,
  ...assertions: readonly (readonly [Assertion["effect"], string, string, string?])[]
) {
  const settings: Record<string, string> = {
    JIRA_URL: site.url,
    JIRA_EMAIL: at("admin"),
    JIRA_API_TOKEN: "emulator-admin-token",
  };
  const directory = createDirectory(createClient(readCredentials((name) => settings[name])));
  const judged = await proveAssertions(
    directory,
    assertions.map(([effect, account, permission, project]) => ({
      ...{ effect, account: at(account), permission, origin: [] },
      ...(project === undefined ? {} : { project }),
    })),
  );
  return judged.map(({ result, message }) => `${result}: ${message}`);
}

test("the site decides what an account has in projects and everywhere, with the path", async () => {
  const proven = await prove(
    await startSite(),
    ["deny", "release-notes", "BROWSE_PROJECTS", "PAY"],
    ["allow", "release-notes", "BROWSE_PROJECTS", "PAY"],
    ["deny", "admin", "ADMINISTER"],
    ["deny", "triage", "BULK_CHANGE"],
    ["allow", "triage", "ADMINISTER"],
  );
  expect(proven).toEqual([
    "holds: release-notes@acme.example does not have BROWSE_PROJECTS in PAY",
    "violated: release-notes@acme.example does not have BROWSE_PROJECTS in PAY",
    "violated: admin@acme.example has ADMINISTER",
    "holds: triage@acme.example does not have BULK_CHANGE",
    "violated: triage@acme.example does not have ADMINISTER",
  ]);
});

test("what gives a permission is told, with the role and the scheme", async () => {
  const [proven] = await prove(await startSite(), ["deny", "admin", "DELETE_ISSUES", "PAY"]);
  expect(proven).toMatch(
    /^violated: admin@acme\.example has DELETE_ISSUES in PAY, through project role Administrators, which the .* grants it to$/,
  );
});

test("an account or a project that the site does not show leaves the assertion open", async () => {
  const proven = await prove(
    await startSite(),
    ["deny", "nobody", "BROWSE_PROJECTS", "PAY"],
    ["deny", "triage", "BROWSE_PROJECTS", "NONE"],
  );
  expect(proven).toEqual([expect.stringMatching(/^open: /), expect.stringMatching(/^open: /)]);
});

test("nothing is asked where nothing is asserted", async () => {
  const site = await startSite();
  expect(await prove(site)).toEqual([]);
  expect((await site.control("GET /requests")).body).toEqual([]);
});
