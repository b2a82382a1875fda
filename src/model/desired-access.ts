import type { ExpectedAccess } from "./expected-access.js";
import type { Grant, PermissionKey } from "./grant.js";
import type { Holder } from "./holder.js";

/** Where in the stack file something was declared, as the keys and indexes that lead to it. */
export type Origin = readonly (string | number)[];

/** A scheme that the stack declares, by its key in the file, or one that stays the site's, by its name there. */
export type SchemeReference = { readonly declared: string } | { readonly site: string };

/** Whether two references mean the same scheme. */
export function isSameScheme(a: SchemeReference, b: SchemeReference): boolean {
  return "site" in a ? "site" in b && a.site === b.site : "declared" in b && a.declared === b.declared;
}

interface Desired {
  readonly origin: Origin;
}

/** How an object that is already on the site is treated; absent fields mean no. */
export interface Adoption {
  /** Take over an object of the same name that nobody's mark or another stack's mark is on. */
  readonly adopt?: boolean;
  /** Delete it with the stack although it was adopted. */
  readonly deleteAdopted?: boolean;
}

/** Brakes that an entry of the file may pass, each with what the file says about that. */
export interface Allowance {
  /** How many entries of the list may go at once. */
  readonly removals?: number;
  /** Why nobody needs to be left with ADMINISTER_PROJECTS. */
  readonly lastAdministrator?: string;
  /** Why the acting account may lose its own administration. */
  readonly self?: string;
}

interface Braked {
  readonly allow?: Allowance;
}

/** A permission scheme to exist. With `grants` that list is all it holds; without, its grants are left alone. */
export interface DesiredScheme extends Desired, Adoption, Braked {
  readonly key: string;
  /** The key that it had in an earlier version of the file. */
  readonly formerly?: string;
  readonly name: string;
  readonly description: string;
  readonly grants?: readonly (Grant & Desired)[];
}

/** A project role to exist. */
export interface DesiredRole extends Desired, Adoption {
  readonly key: string;
  readonly formerly?: string;
  readonly name: string;
  readonly description: string;
}

/** A group to exist. With `members` these are all who are in it; without, its members are left alone. */
export interface DesiredGroup extends Desired, Adoption, Braked {
  readonly key: string;
  readonly formerly?: string;
  readonly name: string;
  /** Accounts by e-mail or accountId. */
  readonly members?: readonly string[];
}

/** All that one holder is granted in one scheme. */
export interface DesiredHolderGrants extends Desired {
  readonly key: string;
  readonly scheme: SchemeReference;
  readonly holder: Holder;
  readonly permissions: readonly PermissionKey[];
}

/** The scheme that a project uses. */
export interface DesiredAssociation extends Desired, Braked {
  readonly project: string;
  readonly scheme: SchemeReference;
}

/** All who hold one role in one project: accounts by e-mail or accountId, groups by name. */
export interface DesiredActors extends Desired, Braked {
  readonly project: string;
  readonly role: string;
  readonly users: readonly string[];
  readonly groups: readonly string[];
}

/** An account that may do just this, and nothing else. */
export interface DesiredIntegrationUser extends Desired, ExpectedAccess {
  readonly key: string;
  readonly role: string;
}

/** A mention of projects: a key, or a word for several (`all`, `category:NAME`, `PAY*`). */
export interface DesiredProject extends Desired {
  readonly selector: string;
}

/** Everything that one stack file asks for, integration users already expanded into the nouns that make them. */
export interface DesiredAccess {
  /** Every place where the file names projects. */
  readonly projects: readonly DesiredProject[];
  readonly groups: readonly DesiredGroup[];
  readonly schemes: readonly DesiredScheme[];
  readonly roles: readonly DesiredRole[];
  readonly holderGrants: readonly DesiredHolderGrants[];
  readonly associations: readonly DesiredAssociation[];
  readonly actors: readonly DesiredActors[];
  readonly integrationUsers: readonly DesiredIntegrationUser[];
}
