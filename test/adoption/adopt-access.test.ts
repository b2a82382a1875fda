import { expect, test } from "vitest";
import { adoptAccess } from "../../src/adoption/adopt-access.js";
import { createClient } from "../../src/client/create-client.js";
import { readCredentials } from "../../src/client/credentials.js";
import { createDirectory } from "../../src/client/directory.js";
import type { Seed } from "../../src/emulator/seed/seed.js";
import { findAccess } from "../../src/live/find-access.js";
import { parseStack } from "../../src/stack/read-stack.js";
import { writeStack } from "../../src/stack/write-stack.js";
import { startSite } from "../emulator/site.js";

const people = ["admin", "ann", "bob", "gone"];
const email = (who: string) => `${who}@acme.example`;

function siteOf(more: Seed): Seed {
  return {
    applications: { "jira-software": { groups: ["users"] } },
    accounts: people.map((who) => ({ email: email(who), active: who !== "gone", emailVisible: who !== "bob" })),
    groups: {
      users: { members: people.map(email) },
      admins: { members: [email("admin")], globalPermissions: ["ADMINISTER", "USER_PICKER"] },
    },
    projectRoles: { Administrators: {}, Developers: {}, Old: {} },
    ...more,
  };
}

const scheme = (grants: NonNullable<NonNullable<Seed["permissionSchemes"]>[string]["grants"]>, description = "") => ({
  description,
  grants: { ADMINISTER_PROJECTS: [{ projectRole: "Administrators" }], ...grants },
});

const project = (key: string, permissionScheme: string, roles = {}) => ({
  ...{ key, name: key, lead: email("admin"), permissionScheme, roles },
});

async function adopted(seed: Seed, ...keys: readonly string[]): Promise<string> {
  const site = await startSite({ seed: siteOf(seed) });
  const settings: Record<string, string> = {
    ...{ JIRA_URL: site.url, JIRA_EMAIL: email("admin"), JIRA_API_TOKEN: "emulator-admin-token" },
  };
  const directory = createDirectory(createClient(readCredentials((name) => settings[name])));
  const { content, remarks } = adoptAccess(await findAccess(directory, keys));
  const text = writeStack(content, remarks, ["Found."]);
  parseStack("adopted.yaml", text);
  return text;
}

test("a site becomes a stack file by names, its shared schemes once, with remarks on what leads far", async () => {
  const text = await adopted({
    permissionSchemes: {
      "Delivery permission scheme": scheme(
        { BROWSE_PROJECTS: [{ group: "users" }, "anyone"], DELETE_ISSUES: [{ user: email("ann") }] },
        "Teams",
      ),
    },
    projects: [
      project("PAY", "Delivery permission scheme", { Developers: { users: [email("bob")], groups: ["users"] } }),
      project("WEB", "Delivery permission scheme"),
    ],
  });
  expect(text.replace(/\b5f0{10,}\d+/, "ID-OF-BOB")).toBe(`# Found.

permissionSchemes:
  delivery:
    name: Delivery permission scheme
    description: Teams
    adopt: true
    grants:
      ADMINISTER_PROJECTS: [ { projectRole: Administrators } ] # takes over
      BROWSE_PROJECTS:
        - { group: users }
        - anyone # the whole internet
      DELETE_ISSUES: [ { user: ann@acme.example } ] # destroys
projects:
  PAY:
    permissionScheme: delivery
    roles:
      Developers:
        users: [ ID-OF-BOB ]
        groups: [ users ]
  WEB:
    permissionScheme: delivery
`);
});

test("what a stack file cannot say stays the site's, with the reason", async () => {
  const text = await adopted({
    permissionSchemes: {
      Marked: scheme({}, "Other people's [jira-access other/stack]"),
      Leaver: scheme({ EDIT_ISSUES: [{ user: email("gone") }] }),
      Good: scheme({}),
    },
    projects: [
      project("AA", "Marked"),
      project("BB", "Leaver"),
      project("CC", "Good", { Developers: { users: [email("gone")] }, Old: { users: [email("ann")] } }),
    ],
  });
  expect(text).toContain("Marked\" stays the site's: the stack other/stack keeps it");
  expect(text).toMatch(/Leaver" stays the site's: the account \S+ is deactivated/);
  expect(text).toContain("permissionScheme:\n      site: Leaver");
  expect(text).toMatch(
    /# who holds these roles stays the site's: Developers \(the account \S+ is deactivated\)\n {2}CC:/,
  );
  expect(text).not.toContain("Developers:");
  expect(text).toContain("Old:\n        users: [ ann@acme.example ]");
});

test("a scheme that nobody administers says so, so that the brake lets it pass", async () => {
  const text = await adopted({
    permissionSchemes: { Odd: { grants: { ADMINISTER_PROJECTS: ["reporter"] } } },
    projects: [project("AA", "Odd")],
  });
  expect(text).toContain("allow:\n      lastAdministrator: found like this");
});

test("only the projects asked for are in it, and only the schemes that they use", async () => {
  const text = await adopted(
    {
      permissionSchemes: { One: scheme({}), Two: scheme({}) },
      projects: [project("AA", "One"), project("BB", "Two")],
    },
    "BB",
  );
  expect(text).not.toMatch(/AA|One/);
  await expect(adopted({ projects: [] }, "BA")).rejects.toThrow('no project "BA" can be seen on the site');
});

test("hostile names on the site stay names", async () => {
  const name = 'x: "y"\u2028# }]\\';
  const text = await adopted({
    permissionSchemes: { [name]: scheme({}), "- & *a !b": scheme({}) },
    projects: [project("AA", name), project("BB", "- & *a !b")],
  });
  const { declaration } = parseStack("adopted.yaml", text);
  expect(Object.values(declaration.permissionSchemes)).toMatchObject([{ name: "- & *a !b" }]);
  expect(text).toContain("control characters");
});
