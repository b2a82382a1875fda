import type { PermissionKey } from "./grant.js";

/** What an account may do, and nothing else. */
export interface ExpectedAccess {
  /** E-mail or accountId. */
  readonly account: string;
  /** The keys of the projects that it works in. */
  readonly projects: readonly string[];
  /** All that it may do in those. */
  readonly permissions: readonly PermissionKey[];
  /** Permissions that it has by other ways and that are no finding, each with the reason. */
  readonly tolerate: Readonly<Record<PermissionKey, string>>;
  /** What to make of permissions in other projects, and of global ones. */
  readonly elsewhere: "report" | "forbid" | "ignore";
}
