import type { Grant, PermissionKey } from "./grant.js";

interface Declared {
  /** What declares it: a resource's URN, or a place in a stack file. */
  readonly source: string;
}

/** A grant in a scheme, which is named as on the site. */
export interface DeclaredGrant extends Grant, Declared {
  readonly scheme: string;
}

/** One account, by e-mail or accountId, or one group, by name. */
export type Actor = { readonly user: string } | { readonly group: string };

/** One holder of a role in a project. */
export interface DeclaredSeat extends Declared {
  /** The project's key; absent where every project to come is meant. */
  readonly project?: string;
  readonly role: string;
  readonly actor: Actor;
}

/** One member of a group: an account by e-mail or accountId. */
export interface DeclaredMembership extends Declared {
  readonly group: string;
  readonly user: string;
}

/** An account of a program, and all that it is meant to be able to do. */
export interface DeclaredIntegration extends Declared {
  readonly key: string;
  readonly account: string;
  readonly projects: readonly string[];
  readonly permissions: readonly PermissionKey[];
  /** Permissions that it may have by other ways, each with the reason. */
  readonly tolerate: Readonly<Record<PermissionKey, string>>;
}

/** What a program or a stack file gives to whom, right by right. */
export interface DeclaredRights {
  readonly grants: readonly DeclaredGrant[];
  readonly seats: readonly DeclaredSeat[];
  readonly memberships: readonly DeclaredMembership[];
  readonly integrations: readonly DeclaredIntegration[];
}
