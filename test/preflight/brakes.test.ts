import { describe, expect, it } from "vitest";
import type { Site } from "../../src/live/observe-site.js";
import { brakes } from "../../src/preflight/brakes.js";
import type { Recollection } from "../../src/preflight/recollection.js";
import { expandStack } from "../../src/stack/expand/expand-stack.js";
import { parseStack } from "../../src/stack/read-stack.js";
import { accountOf, schemeOnSite, siteWith } from "./site.js";

function brakesOf(text: string, part: Partial<Site> = {}, past: Partial<Recollection> = {}): string[] {
  const stack = parseStack("x.yaml", text);
  const site = siteWith(part);
  const desired = expandStack(stack, (project) => site.schemeOf.get(project));
  const nothing = { schemes: new Map(), roleIds: new Map(), actors: new Map(), members: new Map() };
  return brakes(desired, site, { ...nothing, ...past }).map(({ origin, message }) => {
    const fault = stack.fault(origin, message);
    return `${fault.line}:${fault.column}: ${fault.message}`;
  });
}

const cure = "keep an administrator, or say why not: `allow: { lastAdministrator: REASON }`";

describe("the last administrator", () => {
  const stack = (
    administrators: string,
    more = "",
    projects = "{ PAY: { permissionScheme: delivery } }",
  ) => `permissionSchemes:
  delivery:
    name: Default
    grants: { ADMINISTER_PROJECTS: [${administrators}], BROWSE_PROJECTS: [anyone] }${more}
projects: ${projects}
`;
  const at = "permissionSchemes.delivery.grants.ADMINISTER_PROJECTS";

  it.each([
    ["", 'the list grants ADMINISTER_PROJECTS to nobody, and project role "Administrators" would lose it'],
    [
      "{ projectRole: None }",
      'ADMINISTER_PROJECTS goes only to project role "None" (which neither the site nor this file has)',
    ],
    [
      "reporter, { user: bob@acme.example }",
      'ADMINISTER_PROJECTS goes only to reporter (counts on single issues only) and user "bob@acme.example" (deactivated)',
    ],
    [
      "{ projectRole: atlassian-addons-project-access }",
      'ADMINISTER_PROJECTS goes only to project role "atlassian-addons-project-access" (which only apps have)',
    ],
  ])("goes when the list grants it to [%s]", (administrators, reason) => {
    const accounts = new Map([["bob@acme.example", { ...accountOf("bob@acme.example"), active: false }]]);
    expect(brakesOf(stack(administrators), { accounts })).toEqual([
      `4:15: ${at}: nobody would administer PAY: ${reason}; ${cure}`,
    ]);
  });

  it.each([
    "{ projectRole: Administrators }",
    "{ projectRole: None }, projectLead",
    "applicationRole",
    "{ group: jira-administrators }",
    "{ user: ann@acme.example }",
  ])("stays when the list grants it to [%s]", (administrators) => {
    expect(brakesOf(stack(administrators))).toEqual([]);
  });

  it("goes in the projects whose list of the role is empty, and where the role is new", () => {
    const projects = `
  PAY: { permissionScheme: delivery, roles: { Leads: {} } }
  OPS: { permissionScheme: delivery, roles: { Leads: { users: [] } } }
  WEB: { permissionScheme: delivery }
  SUP: { permissionScheme: delivery, roles: { Leads: { users: [ann@acme.example] } } }
projectRoles: { Leads: {} }`;
    expect(brakesOf(stack("{ projectRole: Leads }", "", projects))).toEqual([
      `4:15: ${at}: nobody would administer PAY and OPS: ADMINISTER_PROJECTS goes only to project role "Leads" (nobody is listed for it); ${cure}`,
      `4:15: ${at}: nobody would administer WEB: ADMINISTER_PROJECTS goes only to project role "Leads" (new, and nobody is listed for it); ${cure}`,
    ]);
  });

  it("goes when the file empties the group that holds it", () => {
    const groups = "groups: { leads: { members: [] } }\n";
    const emptied = (who: string) => [
      `4:15: ${at}: nobody would administer PAY: ADMINISTER_PROJECTS goes only to ${who} (nobody is listed for it); ${cure}`,
    ];
    expect(brakesOf(stack("{ group: leads }") + groups)).toEqual(emptied('group "leads"'));
    const projects = "{ PAY: { permissionScheme: delivery, roles: { Leads: { groups: [leads] } } } }";
    expect(brakesOf(stack("{ projectRole: Leads }", "", projects) + groups)).toEqual(emptied('project role "Leads"'));
    expect(brakesOf(stack("{ group: leads }") + groups.replace("[]", "[ann@acme.example]"))).toEqual([]);
  });

  it("goes in projects that the file does not name, where the site's scheme has one now", () => {
    const loss = 'the list grants ADMINISTER_PROJECTS to nobody, and project role "Administrators" would lose it';
    expect(brakesOf(stack("", "", "{}"))).toEqual([
      `4:15: ${at}: nobody would administer the projects that use it: ${loss}; ${cure}`,
    ]);
    expect(brakesOf(stack("", "", "{}").replace("Default", "New"))).toEqual([]);
  });

  it("goes when a project empties the only role that holds it in a scheme of the site", () => {
    const projects = "projects:\n  PAY: { permissionScheme: { site: Default }, roles: { Administrators: {} } }\n";
    expect(brakesOf(projects)).toEqual([
      `2:56: projects.PAY.roles.Administrators: nobody would administer PAY: ADMINISTER_PROJECTS goes only to project role "Administrators" (nobody is listed for it); ${cure}`,
    ]);
    expect(brakesOf(projects.replace("site: Default", "site: Other"))).toEqual([]);
  });

  it("may go with a reason, for the scheme or for a project", () => {
    expect(brakesOf(stack("", "\n    allow: { lastAdministrator: closing down }"))).toEqual([]);
    const allow = "allow: { lastAdministrator: closing down }";
    expect(brakesOf(stack("", "", `{ PAY: { permissionScheme: delivery, ${allow} } }`))).toEqual([]);
    expect(
      brakesOf(`projects:\n  PAY: { permissionScheme: { site: Default }, roles: { Administrators: {} }, ${allow} }\n`),
    ).toEqual([]);
  });
});

describe("the acting account's own administration", () => {
  const stack = (actors: string, more = "") =>
    `projects:\n  PAY: { permissionScheme: { site: Default }, roles: { Administrators: { ${actors} } }${more} }\n`;
  const administered = new Set(["PAY"]);
  const fault =
    '2:56: projects.PAY.roles.Administrators: admin@acme.example, who runs this, would lose ADMINISTER_PROJECTS in PAY: the list for project role "Administrators" holds neither that account nor a group of its; list it, or say why not: `allow: { self: REASON }`';

  it("goes when the list of the role names neither it nor a group of its", () => {
    expect(brakesOf(stack("users: [ann@acme.example], groups: [auditors]"), { administered })).toEqual([fault]);
  });

  it.each([
    "users: [Admin@acme.example]",
    "groups: [jira-administrators]",
    "users: [ann@acme.example, admin@acme.example]",
  ])("stays with %s", (actors) => {
    expect(brakesOf(stack(actors), { administered })).toEqual([]);
  });

  it.each([
    "user:admin@acme.example",
    "group:jira-administrators",
    "projectLead",
    "applicationRole",
    "projectRole:Other",
  ])("stays where %s holds it too", (holder) => {
    const grants = ["ADMINISTER_PROJECTS projectRole:Administrators", `ADMINISTER_PROJECTS ${holder}`];
    const schemes = [schemeOnSite("Default", grants)];
    expect(brakesOf(stack("users: [ann@acme.example]"), { administered, schemes })).toEqual([]);
  });

  it("goes when a group that it is in is to have others as members", () => {
    const group = (members: string, more = "") => `groups:\n  jira-administrators: { members: [${members}]${more} }\n`;
    const leaving =
      'groups.jira-administrators.members: admin@acme.example, who runs this, would leave the group "jira-administrators", and Jira does not tell whether that is what makes it an administrator; list it, or say why not: `allow: { self: REASON }`';
    expect(brakesOf(group("ann@acme.example"))).toEqual([`2:26: ${leaving}`]);
    expect(brakesOf(group("ann@acme.example", ", allow: { self: handed over }"))).toEqual([]);
    expect(brakesOf(group("admin@acme.example"))).toEqual([]);
    expect(brakesOf(group("ann@acme.example").replace("jira-administrators", "auditors"))).toEqual([]);
    const text = stack("groups: [jira-administrators]");
    expect(brakesOf(text + group("ann@acme.example"), { administered })).toEqual([fault, `4:26: ${leaving}`]);
  });

  it("is no matter where it has none, and may go with a reason", () => {
    expect(brakesOf(stack("users: [ann@acme.example]"))).toEqual([]);
    expect(brakesOf(stack("users: [ann@acme.example]", ", allow: { self: handed over }"), { administered })).toEqual(
      [],
    );
  });
});

describe("many removals", () => {
  const keys = (count: number) =>
    Array.from({ length: count }, (_, index) => `app__p${String(index).padStart(2, "0")}`);
  const stack = (count: number, more = "", key = "delivery") =>
    `permissionSchemes:\n  ${key}:\n    name: Delivery\n    grants: { ADMINISTER_PROJECTS: [{ projectRole: Administrators }]${keys(
      count,
    )
      .map((permission) => `, ${permission}: [{ projectRole: Devs }, { user: ann@acme.example }]`)
      .join("")} }${more}\nprojectRoles: { Devs: {} }\n`;
  const past = (count: number): Partial<Recollection> => {
    const both = { "projectRole:Devs": true, "user:ann@acme.example": true } as const;
    const grants = { ADMINISTER_PROJECTS: { "projectRole:Administrators": true } as const };
    const more = Object.fromEntries(keys(count).map((key) => [key, both]));
    const holderIds = { "projectRole:Devs": "2", "user:ann@acme.example": "id-ann@acme.example" };
    return {
      schemes: new Map([["delivery", { name: "Delivery", grants: { ...grants, ...more }, holderIds }]]),
      roleIds: new Map([["Devs", "2"]]),
    };
  };

  it("are refused, with who would lose what", () => {
    expect(brakesOf(stack(2), {}, past(10))).toEqual([
      '4:5: permissionSchemes.delivery.grants: 16 of 21 declared grants would go at once: project role "Devs" loses app__p02, app__p03, app__p04 and 5 more and user "ann@acme.example" loses app__p02, app__p03, app__p04 and 5 more; more than 5 take `allow: { removals: 16 }`',
    ]);
  });

  it("are counted against a quarter of the list, and five", () => {
    expect(brakesOf(stack(8), {}, past(10))).toEqual([]);
    expect(brakesOf(stack(7), {}, past(10))).toHaveLength(1);
    expect(brakesOf(stack(15), {}, past(20))).toEqual([]);
    expect(brakesOf(stack(14), {}, past(20))).toHaveLength(1);
  });

  it("may be as many as the file says", () => {
    expect(brakesOf(stack(2, "\n    allow: { removals: 16 }"), {}, past(10))).toEqual([]);
    expect(brakesOf(stack(2, "\n    allow: { removals: 15 }"), {}, past(10))).toHaveLength(1);
  });

  it("do not count where the stack declared nothing before, whatever the site holds", () => {
    const schemes = [schemeOnSite("Delivery", [...keys(40).map((key) => `${key} user:ann@acme.example`)])];
    expect(brakesOf(stack(0), { schemes })).toEqual([]);
  });

  it("count in a scheme whose key changed, with `formerly` or without", () => {
    expect(brakesOf(stack(2, "\n    formerly: delivery", "software"), {}, past(10))).toHaveLength(1);
    expect(brakesOf(stack(2, "", "software"), {}, past(10))).toHaveLength(1);
  });

  it("are none where a role of this stack gets another name", () => {
    const renamed = stack(10).replaceAll("projectRole: Devs", "projectRole: People");
    const text = renamed.replace("Devs: {}", "Devs: { name: People }");
    expect(brakesOf(text, {}, past(10))).toEqual([]);
    expect(brakesOf(renamed.replace("Devs: {}", "People: { formerly: Devs }"), {}, past(10))).toEqual([]);
    expect(brakesOf(renamed.replace("Devs: {}", "People: {}"), {}, past(10))).toHaveLength(1);
  });

  it("are none where an account is written by its id", () => {
    const ann = accountOf("ann@acme.example");
    const text = stack(10).replaceAll("user: ann@acme.example", `user: ${ann.id}`);
    expect(brakesOf(text, { accounts: new Map([[ann.id, ann]]) }, past(10))).toEqual([]);
  });

  const people = Array.from({ length: 8 }, (_, index) => `p${index}@acme.example`);
  const peopleIds = Object.fromEntries(people.map((one) => [one, `id-${one}`]));

  it("are refused for the people of a role in a project, by name", () => {
    const text = (users: readonly string[], allow = "") =>
      `projects:\n  PAY: { roles: { Developers: { users: [${users.join(", ")}] } }${allow} }\n`;
    const actors = new Map([["PAY/Developers", { userIds: peopleIds, groupIds: { auditors: "g1" } }]]);
    expect(brakesOf(text(people.slice(4)), {}, { actors })).toEqual([]);
    expect(brakesOf(text(people.slice(5)), {}, { actors })).toEqual([
      "2:19: projects.PAY.roles.Developers: 6 of 9 declared people and groups would go at once: p0@acme.example, p1@acme.example, p2@acme.example, p3@acme.example, p4@acme.example and auditors; more than 5 take `allow: { removals: 6 }`",
    ]);
    expect(brakesOf(text(people.slice(5), ", allow: { removals: 6 }"), {}, { actors })).toEqual([]);
  });

  it("are refused for the members of a group, by name", () => {
    const text = (members: readonly string[], more = "") =>
      `groups:\n  crew: { members: [${members.join(", ")}]${more} }\n`;
    const members = new Map([["crew", { userIds: peopleIds }]]);
    expect(brakesOf(text(people.slice(1)), {}, { members })).toEqual([]);
    expect(brakesOf(text([]), {}, { members })).toEqual([
      "2:11: groups.crew.members: 8 of 8 declared people would go at once: p0@acme.example, p1@acme.example, p2@acme.example, p3@acme.example, p4@acme.example and 3 more; more than 5 take `allow: { removals: 8 }`",
    ]);
    expect(brakesOf(text([], ", allow: { removals: 8 }"), {}, { members })).toEqual([]);
    expect(brakesOf(text([], ", formerly: crew").replace("crew: {", "team: {"), {}, { members })).toHaveLength(1);
  });
});
