import { grantablePermissionKeys } from "../src/catalogue/permissions.js";
import type { Seed } from "../src/emulator/seed/seed.js";
import { type Size, teams } from "./size.js";

/** Who acts; administers the site and every project. */
export const admin = "admin@acme.example";

/** The token of the acting account. */
export const adminToken = "emulator-admin-token";

const robot = "robot@acme.example";
const administrators = "Administrators";

type Holder = { readonly projectRole: string } | { readonly group: string };

/** The site before the stack comes: projects, people, groups and roles, but no scheme of the stack's. */
export function seedOf(size: Size): Seed {
  const people = count(size.accounts, personAt);
  return {
    applications: { "jira-software": { groups: ["everybody"] } },
    accounts: [{ email: admin, token: adminToken }, ...[robot, ...people].map((email) => ({ email }))],
    groups: {
      everybody: { members: [admin, robot, ...people] },
      administrators: { members: [admin], globalPermissions: ["ADMINISTER", "USER_PICKER"] },
      ...Object.fromEntries(
        count(teams, (team) => [teamAt(team), { members: people.filter((_, index) => index % teams === team) }]),
      ),
    },
    projectRoles: Object.fromEntries([administrators, ...rolesOf(size)].map((role) => [role, {}])),
    permissionSchemes: { Default: { grants: { ADMINISTER_PROJECTS: [{ projectRole: administrators }] } } },
    projects: count(size.projects, (index) => ({
      key: projectAt(index),
      name: `Project ${index}`,
      lead: admin,
      roles: { [administrators]: { users: [admin] } },
    })),
  };
}

/** The stack file: every scheme with all its grants, every project with its scheme and people, one integration user. */
export function stackOf(size: Size): string {
  return JSON.stringify({
    integrationUsers: {
      robot: { account: robot, projects: [projectAt(0)], permissions: ["BROWSE_PROJECTS", "ADD_COMMENTS"] },
    },
    permissionSchemes: Object.fromEntries(
      count(size.schemes, (index) => [schemeAt(index), { name: `Scheme ${index}`, grants: grantsOf(size, index) }]),
    ),
    projects: Object.fromEntries(
      count(size.projects, (index) => [
        projectAt(index),
        { permissionScheme: schemeAt(index % size.schemes), ...rolesIn(size, index) },
      ]),
    ),
  });
}

/** The grants of a scheme: other permissions in each, and to the next holder when all of them are granted. */
function grantsOf({ grantsPerScheme }: Size, scheme: number): Readonly<Record<string, readonly Holder[]>> {
  const grants: Record<string, Holder[]> = { ADMINISTER_PROJECTS: [{ projectRole: administrators }] };
  const keys = grantablePermissionKeys.filter((key) => key !== "ADMINISTER_PROJECTS");
  for (let index = 0; index < grantsPerScheme - 1; index++) {
    const key = keys[(scheme + index) % keys.length] ?? "BROWSE_PROJECTS";
    const round = Math.floor(index / keys.length);
    const holder = round === 0 ? { projectRole: administrators } : { group: teamAt((scheme + round) % teams) };
    grants[key] = [...(grants[key] ?? []), holder];
  }
  return grants;
}

function rolesIn(size: Size, project: number) {
  if (size.rolesPerProject === 0) return {};
  const lists = rolesOf(size).map((role, index) => {
    const list = project * size.rolesPerProject + index;
    return [role, { users: [personAt(list % size.accounts)], groups: [teamAt(list % teams)] }];
  });
  return { roles: Object.fromEntries(lists) };
}

function rolesOf({ rolesPerProject }: Size): readonly string[] {
  return count(rolesPerProject, (index) => `Role ${index}`);
}

function personAt(index: number): string {
  return `person-${index}@acme.example`;
}

function teamAt(index: number): string {
  return `team-${index}`;
}

function projectAt(index: number): string {
  return `P${index}`;
}

function schemeAt(index: number): string {
  return `scheme-${index}`;
}

function count<T>(length: number, make: (index: number) => T): T[] {
  return Array.from({ length }, (_, index) => make(index));
}
