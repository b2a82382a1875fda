import type { Risk } from "./risk.js";

/** What the catalogue knows of one permission that Jira itself defines. */
export interface Permission {
  /** Whether it is granted project by project through a scheme, or for the whole site. */
  readonly level: "project" | "global";
  /** The heading under which Jira's scheme page shows it; `hidden` ones are Jira's own and cannot be granted. */
  readonly category:
    | "projects"
    | "issues"
    | "voters-and-watchers"
    | "comments"
    | "attachments"
    | "time-tracking"
    | "hidden"
    | "global";
  /** The permissions without which this one gives nothing. */
  readonly needs: readonly string[];
  /** What it leads to. */
  readonly risk: Risk;
  readonly summary: string;
}

/**
 * Every permission key that Jira Cloud itself defines.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permission-schemes/#built-in-permissions
 */
export const permissions = {
  BROWSE_PROJECTS: {
    level: "project",
    category: "projects",
    needs: [],
    risk: "reads",
    summary: "See a project and the issues in it; nearly every other project permission is useless without it.",
  },
  ADMINISTER_PROJECTS: {
    level: "project",
    category: "projects",
    needs: ["BROWSE_PROJECTS"],
    risk: "takes-over",
    summary: "Administer a project: its people and roles, components, versions and settings.",
  },
  EDIT_ISSUE_LAYOUT: {
    level: "project",
    category: "projects",
    needs: ["BROWSE_PROJECTS", "ADMINISTER_PROJECTS"],
    risk: "configures",
    summary: "Rearrange the fields that a project's issues show.",
  },
  EDIT_WORKFLOW: {
    level: "project",
    category: "projects",
    needs: ["BROWSE_PROJECTS", "ADMINISTER_PROJECTS"],
    risk: "configures",
    summary: "Change the workflow of a project whose workflow is not shared.",
  },
  MANAGE_SPRINTS_PERMISSION: {
    level: "project",
    category: "projects",
    needs: ["BROWSE_PROJECTS"],
    risk: "configures",
    summary: "Create, start, change and close the sprints of a project's boards.",
  },
  SERVICEDESK_AGENT: {
    level: "project",
    category: "projects",
    needs: ["BROWSE_PROJECTS"],
    risk: "writes",
    summary: "Work as an agent in a service project: queues, customers, internal notes.",
  },
  VIEW_AGGREGATED_DATA: {
    level: "project",
    category: "projects",
    needs: [],
    risk: "reads",
    summary: "See summed-up figures of a project, whatever else may be seen of it.",
  },
  VIEW_DEV_TOOLS: {
    level: "project",
    category: "projects",
    needs: ["BROWSE_PROJECTS"],
    risk: "reads",
    summary: "See the branches, commits and builds that are connected with an issue.",
  },
  VIEW_READONLY_WORKFLOW: {
    level: "project",
    category: "projects",
    needs: ["BROWSE_PROJECTS"],
    risk: "reads",
    summary: "See a picture of an issue's workflow.",
  },
  ASSIGNABLE_USER: {
    level: "project",
    category: "issues",
    needs: ["BROWSE_PROJECTS"],
    risk: "writes",
    summary: "Be chosen as the assignee of issues.",
  },
  ASSIGN_ISSUES: {
    level: "project",
    category: "issues",
    needs: ["BROWSE_PROJECTS"],
    risk: "writes",
    summary: "Choose the assignee of issues.",
  },
  ARCHIVE_ISSUES: {
    level: "project",
    category: "issues",
    needs: ["BROWSE_PROJECTS"],
    risk: "destroys",
    summary: "Put issues into the archive, where ordinary searches no longer find them.",
  },
  UNARCHIVE_ISSUES: {
    level: "project",
    category: "issues",
    needs: ["BROWSE_PROJECTS"],
    risk: "writes",
    summary: "Bring issues back from the archive.",
  },
  CLOSE_ISSUES: {
    level: "project",
    category: "issues",
    needs: ["BROWSE_PROJECTS", "TRANSITION_ISSUES"],
    risk: "writes",
    summary: "Close issues, where a workflow asks for this permission.",
  },
  CREATE_ISSUES: {
    level: "project",
    category: "issues",
    needs: ["BROWSE_PROJECTS"],
    risk: "writes",
    summary: "Create issues, and with attachments allowed, attach files while doing so.",
  },
  DELETE_ISSUES: {
    level: "project",
    category: "issues",
    needs: ["BROWSE_PROJECTS"],
    risk: "destroys",
    summary: "Delete issues for good, together with their comments, attachments and worklogs.",
  },
  EDIT_ISSUES: {
    level: "project",
    category: "issues",
    needs: ["BROWSE_PROJECTS"],
    risk: "alters",
    summary: "Edit the fields of any issue.",
  },
  LINK_ISSUES: {
    level: "project",
    category: "issues",
    needs: ["BROWSE_PROJECTS"],
    risk: "writes",
    summary: "Link issues with each other.",
  },
  MODIFY_REPORTER: {
    level: "project",
    category: "issues",
    needs: ["BROWSE_PROJECTS"],
    risk: "impersonates",
    summary: "Choose somebody else as the reporter of an issue.",
  },
  MOVE_ISSUES: {
    level: "project",
    category: "issues",
    needs: ["BROWSE_PROJECTS"],
    risk: "alters",
    summary: "Move issues to another project or workflow; the target project needs CREATE_ISSUES too.",
  },
  RESOLVE_ISSUES: {
    level: "project",
    category: "issues",
    needs: ["BROWSE_PROJECTS", "TRANSITION_ISSUES"],
    risk: "writes",
    summary: "Resolve and reopen issues and set their fix versions.",
  },
  SCHEDULE_ISSUES: {
    level: "project",
    category: "issues",
    needs: ["BROWSE_PROJECTS", "EDIT_ISSUES"],
    risk: "writes",
    summary: "See and set the due date of issues.",
  },
  SET_ISSUE_SECURITY: {
    level: "project",
    category: "issues",
    needs: ["BROWSE_PROJECTS"],
    risk: "configures",
    summary: "Choose the security level of an issue, and so who may see it.",
  },
  TRANSITION_ISSUES: {
    level: "project",
    category: "issues",
    needs: ["BROWSE_PROJECTS"],
    risk: "writes",
    summary: "Move issues through their workflow.",
  },
  MANAGE_WATCHERS: {
    level: "project",
    category: "voters-and-watchers",
    needs: ["BROWSE_PROJECTS", "VIEW_VOTERS_AND_WATCHERS"],
    risk: "writes",
    summary: "Add and remove other people as watchers of an issue.",
  },
  VIEW_VOTERS_AND_WATCHERS: {
    level: "project",
    category: "voters-and-watchers",
    needs: ["BROWSE_PROJECTS"],
    risk: "reads",
    summary: "See who watches an issue and who voted for it.",
  },
  ADD_COMMENTS: {
    level: "project",
    category: "comments",
    needs: ["BROWSE_PROJECTS"],
    risk: "writes",
    summary: "Comment on issues.",
  },
  DELETE_ALL_COMMENTS: {
    level: "project",
    category: "comments",
    needs: ["BROWSE_PROJECTS"],
    risk: "destroys",
    summary: "Delete anybody's comments.",
  },
  DELETE_OWN_COMMENTS: {
    level: "project",
    category: "comments",
    needs: ["BROWSE_PROJECTS"],
    risk: "destroys",
    summary: "Delete one's own comments.",
  },
  EDIT_ALL_COMMENTS: {
    level: "project",
    category: "comments",
    needs: ["BROWSE_PROJECTS"],
    risk: "alters",
    summary: "Edit anybody's comments.",
  },
  EDIT_OWN_COMMENTS: {
    level: "project",
    category: "comments",
    needs: ["BROWSE_PROJECTS"],
    risk: "writes",
    summary: "Edit one's own comments.",
  },
  CREATE_ATTACHMENTS: {
    level: "project",
    category: "attachments",
    needs: ["BROWSE_PROJECTS"],
    risk: "writes",
    summary: "Attach files to issues.",
  },
  DELETE_ALL_ATTACHMENTS: {
    level: "project",
    category: "attachments",
    needs: ["BROWSE_PROJECTS"],
    risk: "destroys",
    summary: "Delete anybody's attachments.",
  },
  DELETE_OWN_ATTACHMENTS: {
    level: "project",
    category: "attachments",
    needs: ["BROWSE_PROJECTS"],
    risk: "destroys",
    summary: "Delete one's own attachments.",
  },
  DELETE_ALL_WORKLOGS: {
    level: "project",
    category: "time-tracking",
    needs: ["BROWSE_PROJECTS"],
    risk: "destroys",
    summary: "Delete anybody's logged work.",
  },
  DELETE_OWN_WORKLOGS: {
    level: "project",
    category: "time-tracking",
    needs: ["BROWSE_PROJECTS"],
    risk: "destroys",
    summary: "Delete one's own logged work.",
  },
  EDIT_ALL_WORKLOGS: {
    level: "project",
    category: "time-tracking",
    needs: ["BROWSE_PROJECTS"],
    risk: "alters",
    summary: "Edit anybody's logged work.",
  },
  EDIT_OWN_WORKLOGS: {
    level: "project",
    category: "time-tracking",
    needs: ["BROWSE_PROJECTS"],
    risk: "writes",
    summary: "Edit one's own logged work.",
  },
  WORK_ON_ISSUES: {
    level: "project",
    category: "time-tracking",
    needs: ["BROWSE_PROJECTS"],
    risk: "writes",
    summary: "Log work on issues, where time tracking is on.",
  },
  VIEW_PROJECTS: {
    level: "project",
    category: "hidden",
    needs: [],
    risk: "reads",
    summary: "Kept by Jira itself: seen in answers, never to be granted by hand.",
  },
  VIEW_ISSUES: {
    level: "project",
    category: "hidden",
    needs: [],
    risk: "reads",
    summary: "Kept by Jira itself: seen in answers, never to be granted by hand.",
  },
  ADMINISTER: {
    level: "global",
    category: "global",
    needs: [],
    risk: "takes-over",
    summary:
      "Administer Jira: every project, scheme, workflow and field, all but managing users and the system itself.",
  },
  SYSTEM_ADMIN: {
    level: "global",
    category: "global",
    needs: [],
    risk: "takes-over",
    summary: "Administer Jira and the system under it without limit.",
  },
  BULK_CHANGE: {
    level: "global",
    category: "global",
    needs: [],
    risk: "alters",
    summary: "Change many issues at once, as far as the permissions on each of them go.",
  },
  CREATE_CLASSIC_BUSINESS_PROJECT: {
    level: "global",
    category: "global",
    needs: [],
    risk: "configures",
    summary: "Create company-managed business projects.",
  },
  CREATE_PROJECT: {
    level: "global",
    category: "global",
    needs: [],
    risk: "configures",
    summary: "Create team-managed projects, and administer those.",
  },
  CREATE_SHARED_OBJECTS: {
    level: "global",
    category: "global",
    needs: [],
    risk: "writes",
    summary: "Share dashboards and filters with others.",
  },
  MANAGE_GROUP_FILTER_SUBSCRIPTIONS: {
    level: "global",
    category: "global",
    needs: [],
    risk: "configures",
    summary: "Subscribe whole groups to the results of a filter.",
  },
  USER_PICKER: {
    level: "global",
    category: "global",
    needs: [],
    risk: "reads",
    summary: "Find people and groups by name anywhere on the site.",
  },
} as const satisfies Record<string, Permission>;

/** A permission key that Jira itself defines. */
export type BuiltInPermissionKey = keyof typeof permissions;

/** Whether Jira itself defines the key. */
export function isBuiltInPermissionKey(key: string): key is BuiltInPermissionKey {
  return Object.hasOwn(permissions, key);
}

/** Whether the key has the form that apps give theirs, `app__module`; only a live site can tell whether it exists. */
export function isAppPermissionKey(key: string): boolean {
  return /^[A-Za-z0-9._-]+__[A-Za-z0-9._-]+$/.test(key);
}

/** What the catalogue knows of the key, or undefined for keys that apps define. */
export function describePermission(key: string): Permission | undefined {
  return isBuiltInPermissionKey(key) ? permissions[key] : undefined;
}

/** The built-in keys that a permission scheme can grant: all project permissions but the hidden ones. */
export const grantablePermissionKeys: readonly BuiltInPermissionKey[] = Object.keys(permissions)
  .filter(isBuiltInPermissionKey)
  .filter((key) => permissions[key].level === "project" && permissions[key].category !== "hidden");
