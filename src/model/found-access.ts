import type { Account } from "./account.js";
import type { PermissionKey } from "./grant.js";
import type { AccountId, RoleId, SchemeId } from "./ids.js";
import type { PermissionScheme } from "./permission-scheme.js";
import type { Project } from "./project.js";
import type { ProjectRole } from "./project-role.js";
import type { RoleActors } from "./role-actors.js";

/** What a site grants in some of its company-managed projects, and to whom: all that a stack file could say of them. */
export interface FoundAccess {
  readonly projects: readonly FoundProject[];
  /** The schemes that these projects use. */
  readonly schemes: readonly PermissionScheme[];
  /** The roles of the whole site. */
  readonly roles: readonly ProjectRole[];
  /** Every account that a role or a grant names and that the site still shows. */
  readonly accounts: ReadonlyMap<AccountId, Account>;
  readonly permissionKeys: ReadonlySet<PermissionKey>;
}

/** A project with the scheme that it uses, and all who hold a role in it. */
export interface FoundProject extends Project {
  readonly scheme: SchemeId;
  /** Roles that nobody holds are left out. */
  readonly actors: ReadonlyMap<RoleId, RoleActors>;
}
