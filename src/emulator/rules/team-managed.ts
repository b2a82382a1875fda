import { grantablePermissionKeys } from "../../catalogue/permissions.js";

const viewer = [
  "BROWSE_PROJECTS",
  "ADD_COMMENTS",
  "EDIT_OWN_COMMENTS",
  "DELETE_OWN_COMMENTS",
  "VIEW_AGGREGATED_DATA",
  "VIEW_DEV_TOOLS",
  "VIEW_READONLY_WORKFLOW",
  "VIEW_VOTERS_AND_WATCHERS",
];

const member = [
  ...viewer,
  "ASSIGNABLE_USER",
  "ASSIGN_ISSUES",
  "CLOSE_ISSUES",
  "CREATE_ATTACHMENTS",
  "CREATE_ISSUES",
  "DELETE_OWN_ATTACHMENTS",
  "DELETE_OWN_WORKLOGS",
  "EDIT_ISSUES",
  "EDIT_OWN_WORKLOGS",
  "LINK_ISSUES",
  "MANAGE_SPRINTS_PERMISSION",
  "MOVE_ISSUES",
  "RESOLVE_ISSUES",
  "SCHEDULE_ISSUES",
  "TRANSITION_ISSUES",
  "WORK_ON_ISSUES",
];

/** The roles that every team-managed project has, and what each of them may do there. */
export const teamManagedRoles: Readonly<Record<string, readonly string[]>> = {
  Administrator: grantablePermissionKeys,
  Member: member,
  Viewer: viewer,
};
