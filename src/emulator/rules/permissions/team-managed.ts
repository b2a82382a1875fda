import { grantablePermissionKeys } from "../../../catalogue/permissions.js";
import { commentPermissions, lookingPermissions, workPermissions } from "./usual-permissions.js";

const viewer = [
  "BROWSE_PROJECTS",
  "VIEW_AGGREGATED_DATA",
  "VIEW_VOTERS_AND_WATCHERS",
  ...commentPermissions,
  ...lookingPermissions,
];

const member = [...viewer, ...workPermissions, "MANAGE_SPRINTS_PERMISSION", "MOVE_ISSUES"];

/** The roles that every team-managed project has, and what each of them may do there. */
export const teamManagedRoles: Readonly<Record<string, readonly string[]>> = {
  Administrator: grantablePermissionKeys,
  Member: member,
  Viewer: viewer,
};
