import type { PermissionKey } from "./grant.js";

/** A right that an integration was seen to use, and the operations that need it. */
export interface UsedRight {
  /** A permission key, or in lower case a right that no permission gives, such as `site administration`. */
  readonly right: string;
  readonly operations: readonly string[];
  /** The permission that is needed instead where things of others are dealt with. */
  readonly forOthers?: PermissionKey;
}

/** Calls that were alike, and how many. */
export interface CallCount {
  readonly method: string;
  readonly path: string;
  readonly operation?: string;
  readonly status: number;
  readonly count: number;
}

/** The least with which an integration could have done what it was seen to do. */
export interface DerivedAccess {
  /** The integration user, by its key in the stack file; absent where that was not told. */
  readonly user?: string;
  readonly watchedMs: number;
  readonly calls: number;
  /** The operations of which at least one call went through. */
  readonly operations: readonly string[];
  /** Permissions of projects. */
  readonly permissions: readonly UsedRight[];
  /** Rights that no project gives: global permissions, administration. */
  readonly otherRights: readonly UsedRight[];
  /** Permissions without which an operation went through, but did or showed less. */
  readonly partly: readonly UsedRight[];
  /** Operations of which it is not known what permissions they need. */
  readonly unknown: readonly string[];
  /** Two sets of scopes of which each would do for a token. */
  readonly scopes: { readonly recommended: readonly string[]; readonly granular: readonly string[] };
  /** Calls that the site refused (4xx but 429). */
  readonly refused: readonly CallCount[];
  /** Calls of no operation of Jira's REST API, such as those of other products and of apps. */
  readonly unmapped: readonly CallCount[];
}
