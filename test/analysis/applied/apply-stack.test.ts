import { expect, test } from "vitest";
import { applyStack } from "../../../src/analysis/applied/apply-stack.js";
import { plantSite } from "../../../src/emulator/seed/plant-site.js";
import { parseSeed } from "../../../src/emulator/seed/seed.js";
import { formatHolder } from "../../../src/model/holder.js";
import { expandStack } from "../../../src/stack/expand/expand-stack.js";
import { parseStack } from "../../../src/stack/read-stack.js";
import { siteAccessOf } from "../site-access-of.js";

const site = siteAccessOf(
  plantSite(
    parseSeed({
      accounts: [{ email: "ann@acme.example" }, { email: "bob@acme.example" }],
      groups: { devs: { members: ["ann@acme.example"], globalPermissions: ["BULK_CHANGE"] } },
      projectRoles: { Developers: {}, "Integration: bot": {}, "atlassian-addons-project-access": {} },
      permissionSchemes: {
        Default: {
          grants: {
            BROWSE_PROJECTS: [{ projectRole: "Developers" }, { projectRole: "atlassian-addons-project-access" }],
            EDIT_ISSUES: [{ projectRole: "Integration: bot" }],
          },
        },
      },
      projects: [{ key: "PAY", name: "PAY", lead: "ann@acme.example", permissionScheme: "Default" }],
    }),
  ),
);

const apply = (text: string) =>
  applyStack(
    site,
    expandStack(parseStack("x.yaml", text), () => "Default"),
  );
const grantsIn = (applied: ReturnType<typeof apply>, name: string) =>
  [...applied.schemes.values()]
    .find((scheme) => scheme.name === name)
    ?.grants.map(({ permission, holder }) => `${permission} ${formatHolder(holder)}`);
const project = ({ projects }: ReturnType<typeof apply>) => [...projects.values()][0];

test("a list of members takes out and puts in, and leaves open what global permissions those have", () => {
  const { accounts, globalPermissions } = apply("groups: { devs: { members: [bob@acme.example], adopt: true } }\n");
  const [ann, bob] = [...accounts.values()];
  expect([ann?.groups.size, bob?.groups.size]).toEqual([0, 1]);
  expect(globalPermissions.size).toBe(0);
});

test("a whole list of grants leaves only what Jira keeps", () => {
  const applied = apply("permissionSchemes: { Default: { adopt: true, grants: { ADD_COMMENTS: [reporter] } } }\n");
  expect(grantsIn(applied, "Default")).toEqual([
    "ADD_COMMENTS reporter",
    "BROWSE_PROJECTS projectRole:atlassian-addons-project-access",
  ]);
});

test("all grants of one holder are what is declared, and nobody else's change", () => {
  const bot = "{ account: bob@acme.example, projects: [PAY], permissions: [BROWSE_PROJECTS] }";
  const applied = apply(`integrationUsers: { bot: ${bot} }\n`);
  expect(grantsIn(applied, "Default")).toEqual([
    "BROWSE_PROJECTS projectRole:Developers",
    "BROWSE_PROJECTS projectRole:atlassian-addons-project-access",
    "BROWSE_PROJECTS projectRole:Integration: bot",
  ]);
});

test("nobody holds a new role, and what Jira puts into a new scheme without a list is not known", () => {
  const applied = apply(
    "projectRoles: { QA: {} }\npermissionSchemes: { New: {} }\nprojects: { PAY: { permissionScheme: New } }\n",
  );
  const role = [...applied.roles.values()].find(({ name }) => name === "QA");
  expect(project(applied)?.actors.get(role?.id ?? "")).toEqual({ users: [], groups: [] });
  expect(applied.schemes.has(project(applied)?.scheme ?? "")).toBe(false);
});

test("a project with a scheme that was not read has an unknown one, and not the one it had", () => {
  const applied = apply("projects: { PAY: { permissionScheme: { site: Unseen } } }\n");
  expect(applied.schemes.has(project(applied)?.scheme ?? "")).toBe(false);
});
