/** To write comments, and to change one's own. */
export const commentPermissions = ["ADD_COMMENTS", "DELETE_OWN_COMMENTS", "EDIT_OWN_COMMENTS"];

/** To work on issues, beside seeing and commenting on them. */
export const workPermissions = [
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
  "RESOLVE_ISSUES",
  "SCHEDULE_ISSUES",
  "TRANSITION_ISSUES",
  "WORK_ON_ISSUES",
];

/** To see what development and workflows say of issues. */
export const lookingPermissions = ["VIEW_DEV_TOOLS", "VIEW_READONLY_WORKFLOW"];
