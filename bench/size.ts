import { grantablePermissionKeys } from "../src/catalogue/permissions.js";

/** How large a site is, and with it the stack that keeps its access. */
export interface Size {
  /** All of them declared by the stack. */
  readonly schemes: number;
  readonly grantsPerScheme: number;
  /** All of them given a scheme by the stack. */
  readonly projects: number;
  /** Whose holders the stack lists, in every project. */
  readonly rolesPerProject: number;
  /** Beside the administrator and the one integration user. */
  readonly accounts: number;
  /** Whether the engine saves its state at the end only, as `jira-access up --bulk` has it do. */
  readonly inBulk: boolean;
}

/** The sizes that are measured, by the names that tables use. */
export const sizes = {
  "1x200": { schemes: 1, grantsPerScheme: 200, projects: 1, rolesPerProject: 3, accounts: 10, inBulk: false },
  "50x30": { schemes: 50, grantsPerScheme: 30, projects: 50, rolesPerProject: 0, accounts: 100, inBulk: false },
  "200x60": { schemes: 200, grantsPerScheme: 60, projects: 1000, rolesPerProject: 3, accounts: 10_000, inBulk: true },
} as const satisfies Readonly<Record<string, Size>>;

/** The name of a size. */
export type SizeName = keyof typeof sizes;

/** How many groups there are to hold grants and roles. */
export const teams = 10;

/** How many of them the stack names: none where one holder is enough for all grants, and nobody's roles are listed. */
export function namedGroups({ grantsPerScheme, rolesPerProject }: Size): number {
  return rolesPerProject > 0 || grantsPerScheme > grantablePermissionKeys.length ? teams : 0;
}

/** How many lists of a role's holders in a project the stack declares; one is the integration user's. */
export function actorLists({ projects, rolesPerProject }: Size): number {
  return projects * rolesPerProject + 1;
}

/** How many different accounts the stack names: one in each list. */
export function namedAccounts(size: Size): number {
  return Math.min(size.accounts, size.projects * size.rolesPerProject) + 1;
}

/** How many grants stand in lists of the stack; two are the integration user's. */
export function listedGrants({ schemes, grantsPerScheme }: Size): number {
  return schemes * grantsPerScheme + 2;
}
