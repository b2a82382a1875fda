import { describe, expect, it } from "vitest";
import { faultsOf } from "../faults-of.js";

const scheme = (grants: string) =>
  `permissionSchemes:\n  delivery:\n    name: Delivery scheme\n    grants:\n      ${grants}\n`;
const bot = (key: string, more = "") =>
  `  ${key}: { account: ${key}@acme.example, projects: [PAY], permissions: [BROWSE_PROJECTS]${more} }\n`;
const roles = "projectRoles:\n  Developers: {}\n  qa: { name: Quality assurance }\n";

describe("grants", () => {
  it.each([
    [
      "BROWSE_PROJECT: []",
      '5:7: permissionSchemes.delivery.grants.BROWSE_PROJECT: unknown permission "BROWSE_PROJECT"; did you mean BROWSE_PROJECTS?',
    ],
    [
      "browse_projects: []",
      '5:7: permissionSchemes.delivery.grants.browse_projects: unknown permission "browse_projects"; did you mean BROWSE_PROJECTS?',
    ],
    [
      "ADMINISTER: []",
      '5:7: permissionSchemes.delivery.grants.ADMINISTER: "ADMINISTER" is a global permission, which permission schemes cannot grant',
    ],
    [
      "VIEW_PROJECTS: []",
      '5:7: permissionSchemes.delivery.grants.VIEW_PROJECTS: "VIEW_PROJECTS" is kept by Jira itself and cannot be granted',
    ],
    [
      "ARCHIVE_ISSUES: [sd.customer.portal.only]",
      "5:24: permissionSchemes.delivery.grants.ARCHIVE_ISSUES[0]: sd.customer.portal.only cannot hold ARCHIVE_ISSUES; Jira refuses it",
    ],
    [
      "ADD_COMMENTS:\n        - { group: a }\n        - reporter\n        - { group: a }",
      '8:11: permissionSchemes.delivery.grants.ADD_COMMENTS[2]: duplicate grant: ADD_COMMENTS is already granted to group "a" at line 6',
    ],
    [
      "ADD_COMMENTS: [{ user: a@b }, { user: A@B }]",
      '5:37: permissionSchemes.delivery.grants.ADD_COMMENTS[1]: duplicate grant: ADD_COMMENTS is already granted to user "A@B" at line 5',
    ],
    [
      "ADD_COMMENTS: [reporter, reporter]",
      "5:32: permissionSchemes.delivery.grants.ADD_COMMENTS[1]: duplicate grant: ADD_COMMENTS is already granted to reporter at line 5",
    ],
  ])("refuse %j", (grants, fault) => {
    expect(faultsOf(scheme(grants))).toEqual([`x.yaml:${fault}`]);
  });

  it("may hold an app's permission", () => {
    expect(faultsOf(scheme("com.example.app__do-it: [reporter]"))).toEqual([]);
  });

  it("may give the portal's customers other permissions", () => {
    expect(faultsOf(scheme("ADD_COMMENTS: [sd.customer.portal.only]"))).toEqual([]);
  });
});

describe("projects", () => {
  const line = (project: string) => `${scheme("ADD_COMMENTS: []")}projects:\n  ${project}\n`;
  it.each([
    [
      "PAY: { permissionScheme: delivry }",
      '7:28: projects.PAY.permissionScheme: unknown scheme "delivry"; did you mean delivery?',
    ],
    [
      "PAY: { permissionScheme: zzzzzzzz }",
      '7:28: projects.PAY.permissionScheme: unknown scheme "zzzzzzzz"; expected delivery or { site: NAME } for a scheme that stays the site\'s',
    ],
    [
      "PAY: { permissionScheme: Delivery scheme }",
      '7:28: projects.PAY.permissionScheme: "Delivery scheme" is a scheme\'s name; write its key, delivery',
    ],
    [
      "PAY: { permissionScheme: { site: Delivery scheme } }",
      '7:36: projects.PAY.permissionScheme.site: "Delivery scheme" is a scheme of this file; write its key, delivery at line 2',
    ],
    [
      "pay: {}",
      '7:3: projects.pay: "pay" is no project key (a capital letter, then capitals, digits or underscores); did you mean PAY?',
    ],
    ["P: {}", '7:3: projects.P: "P" is no project key (a capital letter, then capitals, digits or underscores)'],
    ["roles: {}", '7:3: projects.roles: "roles" is a property of a project; indent it under one'],
    [
      "PAY: { roles: { R: { users: [a@b, c@d, A@b] } } }",
      '7:42: projects.PAY.roles.R.users[2]: "A@b" is already listed at line 7',
    ],
    [
      "PAY: { roles: { R: { groups: [g, g] } } }",
      '7:36: projects.PAY.roles.R.groups[1]: "g" is already listed at line 7',
    ],
  ])("refuse %j", (project, fault) => {
    expect(faultsOf(line(project))).toEqual([`x.yaml:${fault}`]);
  });
});

describe("role names", () => {
  it.each([
    ["Developer", 'unknown role "Developer"; did you mean Developers?'],
    ["developers", 'unknown role "developers"; did you mean Developers?'],
    ["qa", '"qa" is a role\'s key; write its name, "Quality assurance"'],
  ])("that are nearly a declared one are refused: %s", (role, message) => {
    expect(faultsOf(`${roles}${scheme(`ADD_COMMENTS: [{ projectRole: ${role} }]`)}`)).toEqual([
      `x.yaml:8:37: permissionSchemes.delivery.grants.ADD_COMMENTS[0].projectRole: ${message}`,
    ]);
    expect(faultsOf(`${roles}projects:\n  PAY: { roles: { ${role}: {} } }\n`)).toEqual([
      `x.yaml:5:19: projects.PAY.roles.${role}: ${message}`,
    ]);
  });

  it.each(["Administrators", "Developers", "Dev", "Integration: bot"])("that are far from any pass: %s", (role) => {
    expect(
      faultsOf(`integrationUsers:\n${bot("bot")}${roles}projects:\n  PAY: { roles: { "${role}": {} } }\n`),
    ).toEqual([]);
  });

  it("that differ in their digits are different on purpose", () => {
    expect(faultsOf("projectRoles: { Team 1: {} }\nprojects:\n  PAY: { roles: { Team 2: {} } }\n")).toEqual([]);
  });
});

describe("names and keys", () => {
  it.each([
    [
      "projectRoles:\n  a: { name: Devs }\n  b: { name: devs }\n",
      '3:14: projectRoles.b.name: the name "devs" is already that of "a" at line 2',
    ],
    [
      "permissionSchemes:\n  a: { name: b }\n  b: {}\n",
      '3:3: permissionSchemes.b: the name "b" is already that of "a" at line 2',
    ],
    [
      "projectRoles:\n  a: { formerly: a }\n",
      '2:18: projectRoles.a.formerly: "a" is its own key; name the key it had before',
    ],
    [
      "projectRoles:\n  a: { formerly: b }\n  b: {}\n",
      '2:18: projectRoles.a.formerly: "b" is still a key of projectRoles; name the key this entry had before',
    ],
    [
      "projectRoles:\n  a: { formerly: x }\n  b: { formerly: x }\n",
      '3:18: projectRoles.b.formerly: "x" is already claimed by "a" at line 2',
    ],
  ])("refused: %j", (text, fault) => {
    expect(faultsOf(text)).toEqual([`x.yaml:${fault}`]);
  });
});

describe("integration users", () => {
  it("share neither account nor role", () => {
    const text = `integrationUsers:\n${bot("one", ", role: Bots")}${bot("two", ", role: bots").replace("two@", "ONE@")}`;
    expect(faultsOf(text)).toEqual([
      'x.yaml:3:19: integrationUsers.two.account: the account "ONE@acme.example" is already that of "one" at line 2',
      'x.yaml:3:92: integrationUsers.two.role: the role "bots" is already that of "one" at line 2; each integration user needs its own',
    ]);
  });

  it.each([
    [
      bot("a").replace("[PAY]", "[PAY, WEB, PAY]"),
      '2:54: integrationUsers.a.projects[2]: "PAY" is already listed at line 2',
    ],
    [
      bot("a").replace("S]", "S, BROWSE_PROJECTS]"),
      '2:81: integrationUsers.a.permissions[1]: "BROWSE_PROJECTS" is already listed at line 2',
    ],
    [
      bot("a", ", tolerate: { BROWSE_PROJECTS: x }"),
      '2:94: integrationUsers.a.tolerate.BROWSE_PROJECTS: "BROWSE_PROJECTS" is among its permissions already; there is nothing to tolerate',
    ],
  ])("say nothing twice: %j", (user, fault) => {
    expect(faultsOf(`integrationUsers:\n${user}`)).toEqual([`x.yaml:${fault}`]);
  });

  it("may carry a declared role but none that is nearly one", () => {
    expect(faultsOf(`integrationUsers:\n${bot("a", ", role: Developers")}${roles}`)).toEqual([]);
    expect(faultsOf(`integrationUsers:\n${bot("a", ", role: Developer")}${roles}`)).toEqual([
      'x.yaml:2:88: integrationUsers.a.role: "Developer" is nearly the declared role "Developers"; write that, or a name of its own',
    ]);
  });
});

it("reports faults of shape, of meaning and of keys together, in the order of the file", () => {
  const text = `permissionSchemes:
  delivery:
    grants:
      BROWSE_PROJECT: [{ projectRole: Developer }]
      ADD_COMMENTS: [reporter, asignee, reporter]
    nam: Delivery
projects:
  PAY: { permissionScheme: delivry }
  PAY: {}
  WEB: { permissionScheme: delivery }
projectRoles:
  Developers: { description: 5 }
`;
  expect(faultsOf(text)).toEqual([
    'x.yaml:4:7: permissionSchemes.delivery.grants.BROWSE_PROJECT: unknown permission "BROWSE_PROJECT"; did you mean BROWSE_PROJECTS?',
    'x.yaml:4:39: permissionSchemes.delivery.grants.BROWSE_PROJECT[0].projectRole: unknown role "Developer"; did you mean Developers?',
    'x.yaml:5:32: permissionSchemes.delivery.grants.ADD_COMMENTS[1]: unknown holder type "asignee"; did you mean assignee?',
    "x.yaml:5:41: permissionSchemes.delivery.grants.ADD_COMMENTS[2]: duplicate grant: ADD_COMMENTS is already granted to reporter at line 5",
    'x.yaml:6:5: permissionSchemes.delivery.nam: unknown property "nam"; did you mean name?',
    'x.yaml:8:28: projects.PAY.permissionScheme: unknown scheme "delivry"; did you mean delivery?',
    "x.yaml:9:3: projects.PAY: duplicate key, already at line 8",
    "x.yaml:12:30: projectRoles.Developers.description: expected text, found the number 5; write it in quotes",
  ]);
});

it("does not call every scheme unknown when their section is misspelt", () => {
  expect(faultsOf("permissionScheme:\n  a: {}\nprojects:\n  PAY: { permissionScheme: a }\n")).toEqual([
    'x.yaml:1:1: permissionScheme: unknown property "permissionScheme"; did you mean permissionSchemes?',
  ]);
});

describe("groups", () => {
  const groups =
    "groups:\n  auditors: { members: [eve@acme.example] }\n  devs: { name: Payment developers, members: [] }\n";

  it("may be named by grants and projects; other names are the site's", () => {
    const grants = "ADD_COMMENTS: [{ group: auditors }, { group: Payment developers }, { group: site-group }]";
    const project = "projects:\n  PAY: { roles: { R: { groups: [Payment developers, other] } } }\n";
    expect(faultsOf(`${groups}${scheme(grants)}${project}`)).toEqual([]);
  });

  it.each([
    [
      scheme("ADD_COMMENTS: [{ group: auditor }]"),
      '8:31: permissionSchemes.delivery.grants.ADD_COMMENTS[0].group: unknown group "auditor"; did you mean auditors?',
    ],
    [
      "projects:\n  PAY: { roles: { R: { groups: [devs] } } }\n",
      '5:33: projects.PAY.roles.R.groups[0]: "devs" is a group\'s key; write its name, "Payment developers"',
    ],
    [
      "  more: { members: [eve@acme.example, Eve@acme.example] }\n",
      '4:39: groups.more.members[1]: "Eve@acme.example" is already listed at line 4',
    ],
    ["  Auditors: {}\n", '4:3: groups.Auditors: the name "Auditors" is already that of "auditors" at line 2'],
    [
      "  more: { formerly: devs }\n",
      '4:21: groups.more.formerly: "devs" is still a key of groups; name the key this entry had before',
    ],
  ])("%s", (more, fault) => {
    expect(faultsOf(`${groups}${more}`)).toEqual([`x.yaml:${fault}`]);
  });
});
