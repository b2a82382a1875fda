import { describe, expect, it } from "vitest";
import type { Project } from "../../../src/model/project.js";
import { findClashes } from "../../../src/stack/expand/expand-projects.js";
import { expandStack } from "../../../src/stack/expand/expand-stack.js";
import { parseStack } from "../../../src/stack/read-stack.js";
import { faultsOf } from "../faults-of.js";

const site: Project[] = ["WEB", "PAY", "OPS"].map((key) => ({ id: key, key, name: key, management: "company" }));
const delivery = site.map((project) => (project.key === "OPS" ? project : { ...project, category: "Delivery" }));
const schemes = "permissionSchemes: { a: {}, b: {}, c: {}, d: {} }\n";
const expand = (text: string, onSite: readonly Project[] = delivery) =>
  expandStack(parseStack("x.yaml", schemes + text), undefined, onSite);
const associationsOf = (text: string, onSite?: readonly Project[]) =>
  expand(text, onSite).associations.map(({ project, scheme, origin }) => [project, scheme, origin.join(".")]);

describe("projects", () => {
  const text = `projects:
  all: { permissionScheme: a, roles: { R: { users: [all@x] }, S: { users: [s@x] } } }
  category:Delivery: { permissionScheme: b, roles: { R: { users: [category@x] } } }
  W*: { permissionScheme: c }
  PAY: { roles: { R: { users: [pay@x] } } }
`;

  it("get from each selector what nothing more special says", () => {
    expect(associationsOf(text)).toEqual([
      ["OPS", { declared: "a" }, "projects.all.permissionScheme"],
      ["PAY", { declared: "b" }, "projects.category:Delivery.permissionScheme"],
      ["WEB", { declared: "c" }, "projects.W*.permissionScheme"],
    ]);
    expect(expand(text).actors.map(({ project, role, users, origin }) => [project, role, users[0], origin[1]])).toEqual(
      [
        ["OPS", "R", "all@x", "all"],
        ["OPS", "S", "s@x", "all"],
        ["PAY", "R", "pay@x", "PAY"],
        ["PAY", "S", "s@x", "all"],
        ["WEB", "R", "category@x", "category:Delivery"],
        ["WEB", "S", "s@x", "all"],
      ],
    );
  });

  it("are the same in whatever order the site lists them", () => {
    expect(expand(text, [...delivery].reverse())).toEqual(expand(text));
  });

  it("are only those named by key where no site is known", () => {
    expect(associationsOf("projects:\n  all: { permissionScheme: a }\n  PAY: { permissionScheme: b }\n", [])).toEqual([
      ["PAY", { declared: "b" }, "projects.PAY.permissionScheme"],
    ]);
  });

  it("cannot be told different things by selectors of one kind", () => {
    const clashes = (entries: string) => findClashes(parseStack("x.yaml", schemes + entries).declaration, delivery);
    const roles = (people: string) => `roles: { R: { users: [${people}] } }`;
    expect(clashes(`projects:\n  P*: { permissionScheme: a }\n  "*Y": { permissionScheme: b }\n`)).toEqual([
      { origin: ["projects", "*Y"], message: '"P*" says another permissionScheme of PAY; write PAY on its own' },
    ]);
    expect(clashes(`projects:\n  P*: { ${roles("a@x")} }\n  "*Y": { ${roles("b@x")} }\n`)).toEqual([
      { origin: ["projects", "*Y"], message: '"P*" says another list for the role "R" of PAY; write PAY on its own' },
    ]);
    expect(
      clashes(`projects:\n  P*: { permissionScheme: a }\n  "*Y": { permissionScheme: a, ${roles("b@x")} }\n`),
    ).toEqual([]);
    expect(clashes(text)).toEqual([]);
  });
});

describe("defaults", () => {
  const standard =
    "defaults: { project: { permissionScheme: a, roles: { R: { users: [r@x] }, S: { groups: [g] } } } }\n";

  it("hold for every entry of projects, role by role", () => {
    const text = `${standard}projects:\n  PAY: {}\n  WEB: { permissionScheme: b, roles: { R: {} } }\n`;
    expect(associationsOf(text)).toEqual([
      ["PAY", { declared: "a" }, "defaults.project.permissionScheme"],
      ["WEB", { declared: "b" }, "projects.WEB.permissionScheme"],
    ]);
    expect(expand(text).actors).toEqual([
      { project: "PAY", role: "R", users: ["r@x"], groups: [], origin: ["defaults", "project", "roles", "R"] },
      { project: "PAY", role: "S", users: [], groups: ["g"], origin: ["defaults", "project", "roles", "S"] },
      { project: "WEB", role: "R", users: [], groups: [], origin: ["projects", "WEB", "roles", "R"] },
      { project: "WEB", role: "S", users: [], groups: ["g"], origin: ["defaults", "project", "roles", "S"] },
    ]);
  });

  it("hold for every integration user, permission by permission", () => {
    const bot = (key: string, more = "") =>
      `  ${key}: { account: ${key}@x, projects: [PAY], permissions: [BROWSE_PROJECTS, ADD_COMMENTS]${more} }\n`;
    const tolerate = "{ ADD_COMMENTS: a, BULK_CHANGE: b, VIEW_DEV_TOOLS: c }";
    const text = `defaults: { integrationUser: { elsewhere: forbid, tolerate: ${tolerate} } }
integrationUsers:\n${bot("one")}${bot("two", ", elsewhere: ignore, tolerate: { BULK_CHANGE: own }")}`;
    expect(expand(text).integrationUsers.map(({ elsewhere, tolerate }) => ({ elsewhere, tolerate }))).toEqual([
      { elsewhere: "forbid", tolerate: { BULK_CHANGE: "b", VIEW_DEV_TOOLS: "c" } },
      { elsewhere: "ignore", tolerate: { BULK_CHANGE: "own", VIEW_DEV_TOOLS: "c" } },
    ]);
    expect(expand(`integrationUsers:\n${bot("one")}`).integrationUsers[0]).toMatchObject({
      elsewhere: "report",
      tolerate: {},
    });
  });

  it.each([
    [
      "project: { permissionScheme: e }",
      '2:42: defaults.project.permissionScheme: unknown scheme "e"; did you mean a?',
    ],
    [
      "project: { roles: { R: { users: [a@x, A@x] } } }",
      '2:51: defaults.project.roles.R.users[1]: "A@x" is already listed at line 2',
    ],
    [
      "project: { roles: { dev: {} } }",
      '2:33: defaults.project.roles.dev: "dev" is a role\'s key; write its name, "Devs"',
    ],
    ["project: { role: {} }", '2:24: defaults.project.role: unknown property "role"; did you mean roles?'],
    [
      "integrationUser: { tolerate: { BROWSE_PROJECT: x } }",
      '2:44: defaults.integrationUser.tolerate.BROWSE_PROJECT: unknown permission "BROWSE_PROJECT"; did you mean BROWSE_PROJECTS?',
    ],
    ["projects: {}", '2:13: defaults.projects: unknown property "projects"; did you mean project?'],
  ])("are checked where they stand: %s", (written, fault) => {
    const faults = faultsOf(`${schemes}defaults: { ${written} }\nprojectRoles: { dev: { name: Devs } }\n`);
    expect(faults).toEqual([`x.yaml:${fault}`]);
  });
});

describe("an integration user", () => {
  const text = `integrationUsers:
  bot: { account: bot@x, projects: [WEB, "category:Delivery", all], permissions: [BROWSE_PROJECTS] }
`;

  it("works in every project that its selectors choose, each at its place", () => {
    const { integrationUsers, actors } = expand(text);
    expect(integrationUsers[0]?.projects).toEqual(["WEB", "PAY", "OPS"]);
    expect(actors.map(({ project, origin }) => [project, origin.at(-1)])).toEqual([
      ["WEB", 0],
      ["PAY", 1],
      ["OPS", 2],
    ]);
  });

  it("has its grants in the scheme that a selector gives its project", () => {
    const { holderGrants } = expand(
      `${text}projects:\n  all: { permissionScheme: a }\n  W*: { permissionScheme: { site: Web } }\n`,
    );
    expect(holderGrants.map(({ key }) => key)).toEqual(["bot@Web", "bot@a"]);
  });

  it("cannot write a selector in another form", () => {
    expect(faultsOf(text.replace("WEB", '"web*"'))).toEqual([
      'x.yaml:2:37: integrationUsers.bot.projects[0]: "web*" is no pattern of project keys (capitals, digits, underscores and *); did you mean WEB*?',
    ]);
  });
});
