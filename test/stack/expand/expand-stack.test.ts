import { describe, expect, it } from "vitest";
import { expandStack } from "../../../src/stack/expand/expand-stack.js";
import { parseStack, readStack } from "../../../src/stack/read-stack.js";

const bot = (more = "") =>
  `integrationUsers:\n  bot: { account: bot@acme.example, projects: [PAY, WEB, OPS], permissions: [BROWSE_PROJECTS, ADD_COMMENTS]${more} }\n`;
const expand = (text: string, schemeOf?: (project: string) => string | undefined) =>
  expandStack(parseStack("x.yaml", text), schemeOf);
const holder = { type: "projectRole", name: "Integration: bot" };

describe("the grants of an integration user", () => {
  it("go into the list of a declared scheme, once, though several projects use it", () => {
    const text = `${bot()}permissionSchemes:
  delivery:
    grants:
      ADD_COMMENTS: [reporter, { projectRole: "Integration: bot" }]
projects:
  PAY: { permissionScheme: delivery }
  WEB: { permissionScheme: delivery }
`;
    const { schemes, holderGrants } = expand(text);
    expect(holderGrants).toEqual([]);
    expect(schemes[0]?.grants).toEqual([
      {
        permission: "ADD_COMMENTS",
        holder: { type: "reporter" },
        origin: ["permissionSchemes", "delivery", "grants", "ADD_COMMENTS", 0],
      },
      { permission: "ADD_COMMENTS", holder, origin: ["permissionSchemes", "delivery", "grants", "ADD_COMMENTS", 1] },
      { permission: "BROWSE_PROJECTS", holder, origin: ["integrationUsers", "bot", "permissions", 0] },
    ]);
  });

  it("stand alone beside a declared scheme without a list, and beside a scheme of the site", () => {
    const text = `${bot()}permissionSchemes:\n  delivery: { name: Delivery }
projects:\n  PAY: { permissionScheme: delivery }\n  WEB: { permissionScheme: { site: Default } }\n  OPS: {}\n`;
    const { schemes, holderGrants } = expand(text);
    const common = { origin: ["integrationUsers", "bot"], holder, permissions: ["BROWSE_PROJECTS", "ADD_COMMENTS"] };
    expect(schemes).toEqual([
      { origin: ["permissionSchemes", "delivery"], key: "delivery", name: "Delivery", description: "" },
    ]);
    expect(holderGrants).toEqual([
      { ...common, key: "bot@delivery", scheme: { declared: "delivery" } },
      { ...common, key: "bot@Default", scheme: { site: "Default" } },
    ]);
  });

  it("go where the site says when the file does not; a declared scheme's name counts as that scheme", () => {
    const site: Record<string, string> = { PAY: "Delivery", WEB: "Default" };
    const { holderGrants, associations } = expand(
      `${bot()}permissionSchemes:\n  delivery: { name: Delivery }\n`,
      (key) => site[key],
    );
    expect(holderGrants.map(({ key, scheme }) => [key, scheme])).toEqual([
      ["bot@delivery", { declared: "delivery" }],
      ["bot@Default", { site: "Default" }],
    ]);
    expect(associations).toEqual([]);
  });

  it("have different keys in a site's scheme that is called like a declared scheme's key", () => {
    const text = `${bot()}permissionSchemes:\n  delivery: { name: Delivery }\nprojects:
  PAY: { permissionScheme: delivery }\n  WEB: { permissionScheme: { site: delivery } }\n`;
    expect(expand(text).holderGrants.map(({ key }) => key)).toEqual(["bot@delivery", 'bot@"delivery"']);
  });
});

describe("the role of an integration user", () => {
  it("is made beside the declared ones, with a description that fits on a line", () => {
    const permissions = "BROWSE_PROJECTS, ADD_COMMENTS, CREATE_ISSUES, EDIT_ISSUES, LINK_ISSUES, ASSIGN_ISSUES";
    const text = `projectRoles:\n  devs: { name: Developers, description: People, adopt: true, deleteAdopted: false, formerly: dev }
${bot().replace("BROWSE_PROJECTS, ADD_COMMENTS", permissions)}`;
    expect(expand(text).roles).toEqual([
      {
        origin: ["projectRoles", "devs"],
        key: "devs",
        name: "Developers",
        description: "People",
        adopt: true,
        deleteAdopted: false,
        formerly: "dev",
      },
      {
        origin: ["integrationUsers", "bot"],
        key: "integration:bot",
        name: "Integration: bot",
        description:
          "Held by bot@acme.example only: BROWSE_PROJECTS, ADD_COMMENTS, CREATE_ISSUES, EDIT_ISSUES and 2 more",
      },
    ]);
  });

  it("is not made where the file declares one of that name", () => {
    const { roles } = expand(`${bot(", role: Bots")}projectRoles:\n  b: { name: Bots }\n`);
    expect(roles.map(({ key }) => key)).toEqual(["b"]);
  });

  it("is held by the account in its projects, beside whom the file lists", () => {
    const text = `${bot()}projects:
  WEB: { roles: { "Integration: bot": { users: [BOT@acme.example], groups: [g] } } }
  OPS: { roles: { "Integration: bot": { users: [ann@acme.example] } } }
`;
    expect(expand(text).actors).toEqual([
      {
        origin: ["projects", "WEB", "roles", "Integration: bot"],
        project: "WEB",
        role: "Integration: bot",
        users: ["BOT@acme.example"],
        groups: ["g"],
      },
      {
        origin: ["projects", "OPS", "roles", "Integration: bot"],
        project: "OPS",
        role: "Integration: bot",
        users: ["ann@acme.example", "bot@acme.example"],
        groups: [],
      },
      {
        origin: ["integrationUsers", "bot", "projects", 0],
        project: "PAY",
        role: "Integration: bot",
        users: ["bot@acme.example"],
        groups: [],
      },
    ]);
  });
});

it("every origin of the demo stack has a place in its file", () => {
  const stack = readStack("stacks/demo.yaml");
  const { schemes, roles, associations, actors, integrationUsers } = expandStack(stack);
  const grants = schemes.flatMap((scheme) => scheme.grants ?? []);
  const origins = [schemes, roles, associations, actors, integrationUsers, grants].flat().map(({ origin }) => origin);
  expect(origins.length).toBeGreaterThan(150);
  for (const origin of origins) expect(stack.place(origin).line).toBeGreaterThan(2);
});

describe("groups", () => {
  it("have their key for a name unless they say one, and their members only where these are listed", () => {
    const text =
      "groups:\n  auditors: { members: [] }\n  devs: { name: Payment developers, adopt: true, formerly: d }\n";
    expect(expand(text).groups).toEqual([
      { origin: ["groups", "auditors"], key: "auditors", name: "auditors", members: [] },
      { origin: ["groups", "devs"], key: "devs", name: "Payment developers", adopt: true, formerly: "d" },
    ]);
  });
});
