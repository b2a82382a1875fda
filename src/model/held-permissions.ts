import type { PermissionKey } from "./grant.js";
import type { ProjectId } from "./ids.js";

/** What an account may really do, as the site itself says, as far as it was asked. */
export interface HeldPermissions {
  readonly global: ReadonlySet<PermissionKey>;
  /** The projects that each permission is held in. */
  readonly inProjects: ReadonlyMap<PermissionKey, ReadonlySet<ProjectId>>;
}
