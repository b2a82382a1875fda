import { describe, expect, it } from "vitest";
import { createClient } from "../../src/client/create-client.js";
import { readCredentials } from "../../src/client/credentials.js";
import { createDirectory } from "../../src/client/directory.js";
import { acme } from "../../src/emulator/seed/acme.js";
import { formatFault, StackError } from "../../src/errors.js";
import { observeSite } from "../../src/live/observe-site.js";
import type { DesiredAccess } from "../../src/model/desired-access.js";
import { preflight } from "../../src/preflight/preflight.js";
import { recollect } from "../../src/preflight/recollection.js";
import { parseStack, readStack, type Stack } from "../../src/stack/read-stack.js";
import { startSite, type TestSite } from "../emulator/site.js";

const owner = "access/test";

function passing(site: TestSite, stack: Stack, state: unknown = {}): Promise<DesiredAccess> {
  const secrets: Record<string, string> = {
    JIRA_URL: site.url,
    JIRA_EMAIL: "admin@acme.example",
    JIRA_API_TOKEN: "emulator-admin-token",
  };
  const directory = createDirectory(createClient(readCredentials((name) => secrets[name])));
  return preflight(stack, owner, recollect(state), (lookups) => observeSite(directory, lookups));
}

async function faultsOf(site: TestSite, stack: Stack, state: unknown = {}): Promise<string[]> {
  try {
    await passing(site, stack, state);
    return [];
  } catch (error) {
    if (error instanceof StackError) return error.faults.map(formatFault);
    throw error;
  }
}

const parse = (text: string) => parseStack("x.yaml", text);

it("lets the demo pass", async () => {
  expect(await faultsOf(await startSite(), readStack("stacks/demo.yaml"))).toEqual([]);
});

it("refuses everything at once, in the order of the file", async () => {
  const stack = parse(`projects:
  PAY: { permissionScheme: { site: Default Permission Scheme }, roles: { Administrators: { users: [ann@acme.example] } } }
  WEB: { permissionScheme: { site: Default Permission Scheme }, roles: { Administrators: {} } }
  NOPE: { permissionScheme: { site: Default Permission Scheme } }
`);
  const faults = await faultsOf(await startSite(), stack);
  expect(faults.map((fault) => fault.slice(0, 90))).toEqual([
    "x.yaml:2:74: projects.PAY.roles.Administrators: admin@acme.example, who runs this, would l",
    "x.yaml:3:74: projects.WEB.roles.Administrators: nobody would administer WEB: ADMINISTER_PR",
    "x.yaml:3:74: projects.WEB.roles.Administrators: admin@acme.example, who runs this, would l",
    "x.yaml:4:3: projects.NOPE: the site shows no project NOPE; did you mean OPS?",
  ]);
});

it("refuses what violates an assertion of the file, in projects that the site chooses too", async () => {
  const stack = parse(`permissionSchemes:
  open: { grants: { ADMINISTER_PROJECTS: [{ projectRole: Administrators }], BROWSE_PROJECTS: [{ user: eve@acme.example }] } }
projects:
  "P*": { permissionScheme: open }
assert:
  not-eve: { deny: [BROWSE_PROJECTS], account: eve@acme.example, projects: [all], because: she has left }
`);
  const faults = await faultsOf(await startSite(), stack);
  expect(faults.filter((fault) => fault.includes("assert"))).toEqual([
    "x.yaml:6:21: assert.not-eve.deny[0]: violated: eve@acme.example has BROWSE_PROJECTS in PAY, by name, as the open scheme grants it to this account itself; asserted because she has left",
  ]);
});

describe("selectors", () => {
  const bot = (projects: string) =>
    `integrationUsers:\n  bot: { account: triage@acme.example, projects: [${projects}], permissions: [BROWSE_PROJECTS] }\n`;

  it("are filled by the site's company-managed projects", async () => {
    const text = `${bot('all, "P*"')}projects:\n  "*S": { roles: { Administrators: { groups: [jira-administrators] } } }\n`;
    const desired = await passing(await startSite(), parse(text));
    expect(desired.integrationUsers[0]?.projects).toEqual(["HR", "OPS", "PAY", "SUP", "WEB"]);
    expect(desired.actors.filter(({ role }) => role === "Administrators").map(({ project }) => project)).toEqual([
      "OPS",
    ]);
    expect(desired.holderGrants.map(({ key }) => key)).toEqual(["bot@Default Permission Scheme"]);
  });

  it("of a category are filled by its projects", async () => {
    const projects = (acme.projects ?? []).map((one) =>
      ["PAY", "IDEA", "WEB"].includes(one.key) ? { ...one, category: "Delivery" } : one,
    );
    const desired = await passing(await startSite({ seed: { ...acme, projects } }), parse(bot('"category:Delivery"')));
    expect(desired.integrationUsers[0]?.projects).toEqual(["PAY", "WEB"]);
  });

  it("that nothing fits are refused, at their place", async () => {
    const text = `${bot('PAY, "X*", "category:Delivry"')}projects:\n  category:People: {}\n  IDEA*: {}\n`;
    expect(await faultsOf(await startSite(), parse(text))).toEqual([
      "x.yaml:2:56: integrationUsers.bot.projects[1]: the site shows no company-managed project whose key fits X*; check what is written, and what the acting account may browse",
      'x.yaml:2:62: integrationUsers.bot.projects[2]: the site shows no company-managed project of the category "Delivry"; check what is written, and what the acting account may browse',
      'x.yaml:4:3: projects.category:People: the site shows no company-managed project of the category "People"; check what is written, and what the acting account may browse',
      'x.yaml:5:3: projects."IDEA*": the site shows no company-managed project whose key fits IDEA*; check what is written, and what the acting account may browse',
    ]);
  });

  it("of one kind that say different things of a project are refused", async () => {
    const text = `projects:
  P*: { roles: { Administrators: { groups: [jira-administrators] } } }
  "*Y": { roles: { Administrators: { users: [admin@acme.example] } } }
`;
    expect(await faultsOf(await startSite(), parse(text))).toEqual([
      'x.yaml:3:3: projects."*Y": "P*" says another list for the role "Administrators" of PAY; write PAY on its own',
    ]);
  });

  it("have a fault that several projects share told once, where it stands", async () => {
    const text =
      "defaults: { project: { roles: { Administrators: { users: [admin@acme.example, nobody@acme.example] } } } }\nprojects: { all: {} }\n";
    expect(await faultsOf(await startSite(), parse(text))).toEqual([
      'x.yaml:1:79: defaults.project.roles.Administrators.users[1]: admin@acme.example can see no account "nobody@acme.example" on the site; where Jira hides e-mails, write the accountId',
    ]);
  });
});

describe("what this stack declared before", () => {
  const keys = ["BROWSE_PROJECTS", "ADD_COMMENTS", "CREATE_ISSUES", "EDIT_ISSUES", "LINK_ISSUES", "ASSIGN_ISSUES"];
  const stack = (permissions: readonly string[], more = "") =>
    parse(`permissionSchemes:
  delivery:
    grants:
      ADMINISTER_PROJECTS: [projectLead]
${permissions.map((key) => `      ${key}: [{ group: auditors }, { user: eve@acme.example }]\n`).join("")}${more}`);

  /** The state after a run that declared all these, as the engine gives it. */
  const state = {
    "urn:pulumi:test::access::pulumi-nodejs:dynamic/jira:PermissionScheme::delivery": {
      type: "pulumi-nodejs:dynamic/jira:PermissionScheme",
      outputs: {
        name: "delivery",
        schemeId: "10000",
        holderIds: { "group:auditors": "g", "user:eve@acme.example": "e" },
        grants: {
          ADMINISTER_PROJECTS: { projectLead: true },
          ...Object.fromEntries(keys.map((key) => [key, { "group:auditors": true, "user:eve@acme.example": true }])),
        },
      },
    },
  };

  it("stays, or a few grants of it go", async () => {
    const site = await startSite();
    expect(await faultsOf(site, stack(keys), state)).toEqual([]);
    expect(await faultsOf(site, stack(keys.slice(0, 4)), state)).toEqual([]);
  });

  it("goes in large part only when the file says so", async () => {
    const site = await startSite();
    expect(await faultsOf(site, stack(keys.slice(0, 3)), state)).toEqual([
      'x.yaml:3:5: permissionSchemes.delivery.grants: 6 of 13 declared grants would go at once: group "auditors" loses ASSIGN_ISSUES, EDIT_ISSUES and LINK_ISSUES and user "eve@acme.example" loses ASSIGN_ISSUES, EDIT_ISSUES and LINK_ISSUES; more than 5 take `allow: { removals: 6 }`',
    ]);
    expect(await faultsOf(site, stack(keys.slice(0, 3), "    allow: { removals: 6 }\n"), state)).toEqual([]);
  });
});

it("asks the site once, however much there is to ask", async () => {
  const site = await startSite();
  await site.control("DELETE /requests");
  await faultsOf(site, readStack("stacks/demo.yaml"));
  const requests: { method: string; path: string }[] = (await site.control("GET /requests")).body;
  const asked = requests.map(({ method, path }) => `${method} ${path.replace("/rest/api/3/", "")}`);
  expect(asked.sort()).toEqual([
    "GET group/bulk",
    "GET mypermissions",
    "GET myself",
    "GET permissions",
    "GET permissionscheme",
    "GET project/search",
    "GET role",
    "GET users/search",
    "POST permissions/check",
  ]);
});

describe("groups of the file", () => {
  it("may be named before they are on the site, and their members must be", async () => {
    const stack = parse(`groups:
  readers: { members: [eve@acme.example, nobody@acme.example] }
permissionSchemes:
  web:
    grants:
      ADMINISTER_PROJECTS: [{ projectRole: Administrators }]
      BROWSE_PROJECTS: [{ group: readers }, { group: a whole other group }]
`);
    expect(await faultsOf(await startSite(), stack)).toEqual([
      'x.yaml:2:42: groups.readers.members[1]: admin@acme.example can see no account "nobody@acme.example" on the site; where Jira hides e-mails, write the accountId',
      'x.yaml:7:45: permissionSchemes.web.grants.BROWSE_PROJECTS[1]: neither the site nor this file has a group "a whole other group"; declare it, or make it on the site first',
    ]);
  });
});
