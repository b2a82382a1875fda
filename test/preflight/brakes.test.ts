import { describe, expect, it } from "vitest";
import type { Site } from "../../src/live/observe-site.js";
import { brakes } from "../../src/preflight/brakes.js";
import { expandStack } from "../../src/stack/expand-stack.js";
import { parseStack } from "../../src/stack/read-stack.js";
import { accountOf, owner, schemeOnSite, siteWith } from "./site.js";

function brakesOf(text: string, part: Partial<Site> = {}): string[] {
  const stack = parseStack("x.yaml", text);
  const site = siteWith(part);
  const desired = expandStack(stack, (project) => site.schemeOf.get(project));
  return brakes(desired, site, owner).map(({ origin, message }) => {
    const fault = stack.fault(origin, message);
    return `${fault.line}:${fault.column}: ${fault.message}`;
  });
}

const mine = `words [jira-access ${owner}]`;
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
    '2:56: projects.PAY.roles.Administrators: admin@acme.example, who runs this, would lose ADMINISTER_PROJECTS in PAY: the file\'s list for project role "Administrators" holds neither that account nor a group of its; list it, or say why not: `allow: { self: REASON }`';

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

  it("goes with its place in a group that the file lists", () => {
    const group = (members: string) => `groups:\n  jira-administrators: { members: [${members}] }\n`;
    const text = stack("groups: [jira-administrators]");
    expect(brakesOf(text + group("ann@acme.example"), { administered })).toEqual([fault]);
    expect(brakesOf(text + group("admin@acme.example"), { administered })).toEqual([]);
    const schemes = [schemeOnSite("Default", ["ADMINISTER_PROJECTS group:jira-administrators"])];
    expect(brakesOf(text + group("ann@acme.example"), { administered, schemes })).toEqual([
      '4:3: groups.jira-administrators: admin@acme.example, who runs this, would lose ADMINISTER_PROJECTS in PAY: the file\'s list for group "jira-administrators" holds neither that account nor a group of its; list it, or say why not: `allow: { self: REASON }`',
    ]);
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
  const stack = (count: number, more = "") =>
    `permissionSchemes:\n  delivery:\n    name: Delivery\n    grants: { ADMINISTER_PROJECTS: [{ projectRole: Administrators }]${keys(
      count,
    )
      .map((key) => `, ${key}: [{ projectRole: Devs }, { user: ann@acme.example }]`)
      .join("")} }${more}\nprojectRoles: { Devs: {} }\n`;
  const live = (count: number, description = mine) =>
    schemeOnSite(
      "Delivery",
      [
        "ADMINISTER_PROJECTS projectRole:Administrators",
        "BROWSE_PROJECTS projectRole:atlassian-addons-project-access",
        "VIEW_PROJECTS anyone",
        ...keys(count).flatMap((key) => [`${key} projectRole:Devs`, `${key} user:ann@acme.example`]),
      ],
      description,
    );
  const roles = (devs = "Devs") => [
    { id: "1", name: "Administrators", description: "" },
    { id: "2", name: devs, description: mine },
  ];

  it("are refused, with who would lose what", () => {
    expect(brakesOf(stack(2), { schemes: [live(10)], roles: roles() })).toEqual([
      '4:5: permissionSchemes.delivery.grants: 16 of 21 grants would go at once: project role "Devs" loses app__p02, app__p03, app__p04 and 5 more and user "ann@acme.example" loses app__p02, app__p03, app__p04 and 5 more; more than 5 take `allow: { removals: 16 }`',
    ]);
  });

  it("are counted against a quarter of the list, and five", () => {
    expect(brakesOf(stack(8), { schemes: [live(10)], roles: roles() })).toEqual([]);
    expect(brakesOf(stack(7), { schemes: [live(10)], roles: roles() })).toHaveLength(1);
    expect(brakesOf(stack(15), { schemes: [live(20)], roles: roles() })).toEqual([]);
    expect(brakesOf(stack(14), { schemes: [live(20)], roles: roles() })).toHaveLength(1);
  });

  it("may be as many as the file says", () => {
    const part = { schemes: [live(10)], roles: roles() };
    expect(brakesOf(stack(2, "\n    allow: { removals: 16 }"), part)).toEqual([]);
    expect(brakesOf(stack(2, "\n    allow: { removals: 15 }"), part)).toHaveLength(1);
  });

  it.each(["", "words [jira-access access/other]"])("do not count in a scheme described %j", (description) => {
    expect(brakesOf(stack(0), { schemes: [live(10, description)], roles: roles() })).toEqual([]);
  });

  it("are none where a role of this stack was renamed on the site", () => {
    const renamed = live(10).grants.map((grant) =>
      grant.holder.name === "Devs" ? { ...grant, holder: { ...grant.holder, name: "People" } } : grant,
    );
    const schemes = [{ ...live(10), grants: renamed }];
    expect(brakesOf(stack(10), { schemes, roles: roles("People") })).toEqual([]);
    expect(brakesOf(stack(10), { schemes, roles: [...roles("People"), ...roles()] })).toHaveLength(1);
  });

  it("are none where an account is written by its id", () => {
    const ann = accountOf("ann@acme.example");
    const scheme = live(10);
    const grants = scheme.grants.map((grant) =>
      grant.holder.type === "user"
        ? { ...grant, holderId: ann.id, holder: { type: "user" as const, name: "Ann" } }
        : grant,
    );
    const part = { schemes: [{ ...scheme, grants }], accounts: new Map([["ann@acme.example", ann]]), roles: roles() };
    expect(brakesOf(stack(10), part)).toEqual([]);
  });

  it("are none in a scheme that is still as Jira made it", () => {
    const seeds = [
      ...keys(30).map((key) => `${key} projectRole:Administrators`),
      "DELETE_ISSUES projectRole:Administrators",
      "BROWSE_PROJECTS applicationRole",
      "ADD_COMMENTS group:jira-users",
    ];
    expect(brakesOf(stack(0), { schemes: [schemeOnSite("Delivery", seeds, mine)] })).toEqual([]);
    expect(brakesOf(stack(0), { schemes: [schemeOnSite("Delivery", seeds.slice(0, 30), mine)] })).toHaveLength(1);
  });
});
