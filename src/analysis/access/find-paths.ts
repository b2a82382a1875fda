import type { AccessPath } from "../../model/access-path.js";
import type { PermissionKey } from "../../model/grant.js";
import type { RoleId } from "../../model/ids.js";
import type { PermissionScheme } from "../../model/permission-scheme.js";
import type { AccessIndex } from "./access-index.js";
import { findWays, type Standpoint, unreadRole } from "./find-ways.js";

/** How the grants of one permission in a project's scheme reach an account. */
export interface Reach {
  readonly permission: PermissionKey;
  readonly paths: readonly AccessPath[];
  /** Roles that the permission is granted to and that may hold the account: nobody read who holds them. */
  readonly unreadRoles: readonly RoleId[];
}

/** How the grants of a permission in a scheme reach the account at a standpoint. */
export function findPaths(
  { grants }: AccessIndex,
  standpoint: Standpoint,
  { id, name }: Pick<PermissionScheme, "id" | "name">,
  permission: PermissionKey,
): Reach {
  const found = grants.get(id)?.get(permission) ?? [];
  const scheme = { id, name };
  return {
    permission,
    paths: found.flatMap((grant) => findWays(standpoint, grant).map((way) => ({ scheme, grant: grant.id, way }))),
    unreadRoles: found.flatMap((grant) => unreadRole(standpoint.project, grant) ?? []),
  };
}
