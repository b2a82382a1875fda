import type { Origin } from "./desired-access.js";
import type { PermissionKey } from "./grant.js";

/** One thing that must be true of an account: that it has a permission on every issue, or that it has it on none. */
export interface Assertion {
  readonly effect: "allow" | "deny";
  /** E-mail or accountId. */
  readonly account: string;
  readonly permission: PermissionKey;
  /** The project's key; absent for global permissions. */
  readonly project?: string;
  readonly because?: string;
  /** Where the stack file says so. */
  readonly origin: Origin;
}
