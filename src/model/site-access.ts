import type { Account } from "./account.js";
import type { PermissionKey } from "./grant.js";
import type { Group } from "./group.js";
import type { Holder } from "./holder.js";
import type { AccountId, GroupId, ProjectId, RoleId, SchemeId } from "./ids.js";
import type { PermissionScheme } from "./permission-scheme.js";
import type { Project } from "./project.js";
import type { ProjectRole } from "./project-role.js";
import type { RoleActors } from "./role-actors.js";

/**
 * All of a site that decides who may do what, by id, at one moment. What was not read is absent and counts as unknown,
 * never as nothing.
 */
export interface SiteAccess {
  readonly accounts: ReadonlyMap<AccountId, AccountAccess>;
  readonly groups: ReadonlyMap<GroupId, Group>;
  readonly products: readonly Product[];
  readonly roles: ReadonlyMap<RoleId, ProjectRole>;
  readonly schemes: ReadonlyMap<SchemeId, PermissionScheme>;
  readonly projects: ReadonlyMap<ProjectId, ProjectAccess>;
  /**
   * The global permissions of each account that the site was asked about. No operation of Jira tells which groups they
   * are granted to.
   */
  readonly globalPermissions: ReadonlyMap<AccountId, ReadonlySet<PermissionKey>>;
}

/** An account with the groups that it is in, as far as those were read. */
export interface AccountAccess extends Account {
  readonly groups: ReadonlySet<GroupId>;
}

/** A product of the site; being in one of its groups is the licence to use it. */
export interface Product {
  /** The key that holders of type `applicationRole` name. */
  readonly key: string;
  readonly name: string;
  readonly groups: readonly GroupId[];
}

/** A project with what decides about access to it; a team-managed one has no scheme. */
export interface ProjectAccess extends Project {
  readonly scheme?: SchemeId;
  /** Who holds each role that was read; a role without anybody is there with empty lists. */
  readonly actors: ReadonlyMap<RoleId, RoleActors>;
  /** The levels that issues can have; absent where they were not read. */
  readonly securityLevels?: readonly SecurityLevel[];
}

/** Issues of a level are seen by its holders only. */
export interface SecurityLevel {
  readonly id: string;
  readonly name: string;
  readonly holders: readonly IdentifiedHolder[];
}

/** A holder with the id of what it names; absent where it names no role, group or account. */
export interface IdentifiedHolder {
  readonly holder: Holder;
  readonly holderId?: string;
}
