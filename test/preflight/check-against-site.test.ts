import { describe, expect, test } from "vitest";
import { formatFault } from "../../src/errors.js";
import type { Site } from "../../src/live/observe-site.js";
import { checkAgainstSite } from "../../src/preflight/check-against-site.js";
import { expandStack } from "../../src/stack/expand/expand-stack.js";
import { parseStack } from "../../src/stack/read-stack.js";
import { accountOf, owner, schemeOnSite, siteWith } from "./site.js";

const bot = "bot@acme.example";
const known = { accounts: new Map([[bot, accountOf(bot)]]) };

/** What a site objects to in a file, each with its place as it is printed. */
function objectionsOf(text: string, part: Partial<Site> = {}): string[] {
  const stack = parseStack("x.yaml", text);
  const site = siteWith({ ...known, ...part });
  const desired = expandStack(stack, (project) => site.schemeOf.get(project));
  return checkAgainstSite(desired, site, owner).map(({ origin, message }) => formatFault(stack.fault(origin, message)));
}

const inRole = (people: string) => `projects:
  PAY:
    roles:
      Administrators: ${people}
`;

const granted = (grants: string) => `permissionSchemes:
  delivery:
    grants:
      ${grants}
`;

const user = (fields: string, more = "") => `integrationUsers:
  bot:
    account: bot@acme.example
    projects: [PAY, WEB]
    permissions: [BROWSE_PROJECTS]
    ${fields}
${more}`;

describe("a permission that the site does not know", () => {
  test("is told where it is granted, with the nearest key", () => {
    expect(objectionsOf(granted("app__browse: [assignee]"), { permissionKeys: new Set(["app__brows"]) })).toEqual([
      "x.yaml:4:21: permissionSchemes.delivery.grants.app__browse[0]: the site does not know the permission app__browse; did you mean app__brows?",
    ]);
  });

  test("is told once where an integration user asks for it, however many schemes need it", () => {
    const text = `permissionSchemes:
  one: { grants: {} }
  two: { grants: {} }
projects:
  PAY: { permissionScheme: one }
  WEB: { permissionScheme: two }
integrationUsers:
  bot: { account: bot@acme.example, projects: [PAY, WEB, OPS], permissions: [app__lift] }
`;
    expect(objectionsOf(text, { schemeOf: new Map([["OPS", "Default"]]) })).toEqual([
      "x.yaml:8:78: integrationUsers.bot.permissions[0]: the site does not know the permission app__lift; its app may not be installed there",
    ]);
  });
});

describe("a holder that is nowhere", () => {
  test.each([
    [
      "{ projectRole: Administrator }",
      'neither the site nor this file has a project role "Administrator"; did you mean Administrators?',
    ],
    [
      "{ group: jira-administrator }",
      'neither the site nor this file has a group "jira-administrator"; did you mean jira-administrators?',
    ],
    [
      "{ user: eve@acme.example }",
      'admin@acme.example can see no account "eve@acme.example" on the site; where Jira hides e-mails, write the accountId',
    ],
    [
      "{ user: 5f0000000000000000000099 }",
      'admin@acme.example can see no account "5f0000000000000000000099" on the site; check the accountId',
    ],
  ])("is told where it is granted something: %s", (holder, message) => {
    const text = granted(`BROWSE_PROJECTS: [assignee, ${holder}]`);
    expect(objectionsOf(text)).toEqual([
      expect.stringMatching(/^x\.yaml:4:\d+: permissionSchemes\.delivery\.grants\.BROWSE_PROJECTS\[1\]/),
    ]);
    expect(objectionsOf(text)[0]).toMatch(new RegExp(`: ${toPattern(message)}$`));
  });

  test("is no holder for being the role of a team-managed project only", () => {
    const roles = [{ id: "7", name: "Member", description: "", scope: "10005" }];
    expect(objectionsOf(granted("BROWSE_PROJECTS: [{ projectRole: Member }]"), { roles })).toEqual([
      'x.yaml:4:25: permissionSchemes.delivery.grants.BROWSE_PROJECTS[0]: neither the site nor this file has a project role "Member"; declare it, or make it on the site first',
    ]);
  });

  test("passes when the file declares it", () => {
    const text = `groups: { testers: {} }
projectRoles: { Testers: {} }
${granted("BROWSE_PROJECTS: [{ projectRole: Testers }, { group: testers }]")}`;
    expect(objectionsOf(text)).toEqual([]);
  });
});

describe("people in a role", () => {
  test("that the site does not show are told one by one", () => {
    expect(objectionsOf(inRole("{ users: [bot@acme.example, eve@acme.example], groups: [testers] }"))).toEqual([
      'x.yaml:4:51: projects.PAY.roles.Administrators.users[1]: admin@acme.example can see no account "eve@acme.example" on the site; where Jira hides e-mails, write the accountId',
      'x.yaml:4:79: projects.PAY.roles.Administrators.groups[0]: neither the site nor this file has a group "testers"; declare it, or make it on the site first',
    ]);
  });

  test("that are deactivated are told", () => {
    const accounts = new Map([["eve@acme.example", { ...accountOf("eve@acme.example"), active: false }]]);
    expect(objectionsOf(inRole("{ users: [eve@acme.example] }"), { accounts })).toEqual([
      'x.yaml:4:33: projects.PAY.roles.Administrators.users[0]: the account "eve@acme.example" is deactivated; leave it out, or have it activated',
    ]);
  });

  test("of a role that is nowhere are told by that role", () => {
    expect(objectionsOf("projects: { PAY: { roles: { Admins: { groups: [jira-administrators] } } } }")).toEqual([
      'x.yaml:1:29: projects.PAY.roles.Admins: neither the site nor this file has a project role "Admins"; declare it, or make it on the site first',
    ]);
  });
});

describe("an integration user's account", () => {
  const message =
    'admin@acme.example can see no account "bot@acme.example" on the site; where Jira hides e-mails, write the accountId';

  test("that the site does not show is told once, where the account is written", () => {
    expect(objectionsOf(user(""), { accounts: new Map() })).toEqual([
      `x.yaml:3:14: integrationUsers.bot.account: ${message}`,
    ]);
  });

  test("is told there too when its role has other people in the file", () => {
    const text = user(
      "role: Administrators",
      `projectRoles: { Administrators: { adopt: true } }
projects: { PAY: { roles: { Administrators: { groups: [jira-administrators] } } } }`,
    );
    expect(objectionsOf(text, { accounts: new Map() })).toEqual([
      `x.yaml:3:14: integrationUsers.bot.account: ${message}`,
    ]);
  });
});

describe("a project", () => {
  test("that the site does not show is told wherever it stands, once each", () => {
    const text = `projects:
  PAYS: { permissionScheme: { site: Default }, roles: { Administrators: { groups: [jira-administrators] } } }
integrationUsers:
  bot: { account: bot@acme.example, projects: [PAYS], permissions: [BROWSE_PROJECTS] }
`;
    expect(objectionsOf(text)).toEqual([
      "x.yaml:2:3: projects.PAYS: the site shows no project PAYS; did you mean PAY?",
      "x.yaml:4:48: integrationUsers.bot.projects[0]: the site shows no project PAYS; did you mean PAY?",
    ]);
  });

  test("that is team-managed is told to be left out", () => {
    const projects = [{ id: "1", key: "IDEA", name: "Ideas", management: "team" as const }];
    expect(objectionsOf("projects: { IDEA: { permissionScheme: { site: Default } } }", { projects })).toEqual([
      "x.yaml:1:13: projects.IDEA: project IDEA is team-managed: it keeps its own access rules and uses no permission scheme; leave it out",
    ]);
  });
});

test("a scheme of the site that is not there is told once, with the nearest name", () => {
  const text = user(
    "",
    "projects: { PAY: { permissionScheme: { site: Defualt } }, WEB: { permissionScheme: { site: Default } } }",
  );
  expect(objectionsOf(text)).toEqual([
    'x.yaml:7:20: projects.PAY.permissionScheme: neither the site nor this file has a permission scheme "Defualt"; did you mean Default?',
  ]);
});

describe("an object of a declared name that is on the site already", () => {
  const scheme = "permissionSchemes:\n  delivery: { name: Default }\n";
  const role = "projectRoles:\n  Administrators: {}\n";
  const cure = "take it over with `adopt: true`, or choose another name";
  const described = (description: string): Partial<Site> => ({
    schemes: [schemeOnSite("Default", [], description)],
    roles: [{ id: "1", name: "Administrators", description }],
  });

  test.each([
    ["words", "was not made by this stack"],
    ["words [jira-access acme/other]", "belongs to the stack acme/other"],
  ])("is told with whose it is: %s", (description, whose) => {
    expect([...objectionsOf(scheme, described(description)), ...objectionsOf(role, described(description))]).toEqual([
      `x.yaml:2:3: permissionSchemes.delivery: the site has a permission scheme "Default" already, and it ${whose}; ${cure}`,
      `x.yaml:2:3: projectRoles.Administrators: the site has a project role "Administrators" already, and it ${whose}; ${cure}`,
    ]);
  });

  test("is told to be declared first when it is the role of an integration user", () => {
    expect(objectionsOf(user("role: Administrators"))).toEqual([
      'x.yaml:2:3: integrationUsers.bot: the site has a project role "Administrators" already, and it was not made by this stack; declare it under projectRoles with `adopt: true`, or choose another name',
    ]);
  });

  test("passes with this stack's own mark", () => {
    expect(objectionsOf(`${scheme}${role}`, described(`words [jira-access ${owner}]`))).toEqual([]);
  });

  test("passes where the file takes it over", () => {
    const adopting = scheme.replace("Default }", "Default, adopt: true }") + role.replace("{}", "{ adopt: true }");
    expect(objectionsOf(adopting, described("words"))).toEqual([]);
  });

  test("passes where only a team-managed project has a role of that name", () => {
    const roles = [{ id: "1", name: "Administrators", description: "", scope: "10005" }];
    expect(objectionsOf(role, { roles })).toEqual([]);
  });
});

function toPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
