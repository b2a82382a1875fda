import type { AccountProof } from "./access-finding.js";
import type { AccessMatrix } from "./access-matrix.js";
import type { PermissionKey } from "./grant.js";
import type { AccountId } from "./ids.js";
import type { SiteAccess } from "./site-access.js";

/** Who may do what on a site at one moment, and what it would be once a stack is applied. */
export interface AccessReport {
  /** What people know the site by. */
  readonly site: string;
  /** When the site was read, in ISO 8601. */
  readonly takenAt: string;
  /** The stack's name; absent where none is meant. */
  readonly stack?: string;
  /** The permissions that are held project by project, in the order of the matrices. */
  readonly permissions: readonly PermissionKey[];
  /** The permissions that are held on the whole site. */
  readonly globalPermissions: readonly PermissionKey[];
  readonly now: AccessState;
  /** What applying the stack would leave; absent where none is meant. */
  readonly planned?: AccessState;
  readonly integrationUsers: readonly ReportedUser[];
}

/** All that decides about access, and what it comes to, for the accounts and projects that the site has now. */
export interface AccessState {
  readonly access: SiteAccess;
  readonly matrix: AccessMatrix;
}

/** An integration user of the stack, with what was found about it. */
export interface ReportedUser extends AccountProof {
  /** Absent where the site shows no such account. */
  readonly id?: AccountId;
}
