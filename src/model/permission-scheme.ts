import type { Grant } from "./grant.js";
import type { GrantId, SchemeId } from "./ids.js";

/** A grant as a site holds it: with its own id, and the id of what its holder names. */
export interface SiteGrant extends Grant {
  readonly id: GrantId;
  /** The role's, group's or account's id; absent where the holder names none of these. */
  readonly holderId?: string;
}

/** A permission scheme as a site holds it; `description` still carries an ownership mark if it has one. */
export interface PermissionScheme {
  readonly id: SchemeId;
  readonly name: string;
  readonly description: string;
  readonly grants: readonly SiteGrant[];
}
