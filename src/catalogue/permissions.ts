import type { Risk } from "./risk.js";

/** What the catalogue knows of one permission that Jira itself defines. */
export interface Permission {
  /** Whether it is granted project by project through a scheme, or for the whole site. */
  readonly level: "project" | "global";
  /** The heading under which Jira's scheme page shows it; `hidden` ones are Jira's own and cannot be granted. */
  readonly category: Category;
  /** The permissions without which this one gives nothing. */
  readonly needs: readonly string[];
  /** What it leads to. */
  readonly risk: Risk;
  readonly summary: string;
}

type Category =
  | "projects"
  | "issues"
  | "voters-and-watchers"
  | "comments"
  | "attachments"
  | "time-tracking"
  | "hidden"
  | "global";

/** Risk, summary, and what it needs beside BROWSE_PROJECTS; `alone` where it needs nothing at all. */
type Fact = readonly [Risk, string, ...(readonly string[])];

const alone = "";

const projects = {
  BROWSE_PROJECTS: [
    "reads",
    "See a project and the issues in it; nearly every other project permission is useless without it.",
    alone,
  ],
  ADMINISTER_PROJECTS: ["takes-over", "Administer a project: its people and roles, components, versions and settings."],
  EDIT_ISSUE_LAYOUT: ["configures", "Rearrange the fields that a project's issues show.", "ADMINISTER_PROJECTS"],
  EDIT_WORKFLOW: [
    "configures",
    "Change the workflow of a project whose workflow is not shared.",
    "ADMINISTER_PROJECTS",
  ],
  MANAGE_SPRINTS_PERMISSION: ["configures", "Create, start, change and close the sprints of a project's boards."],
  SERVICEDESK_AGENT: ["writes", "Work as an agent in a service project: queues, customers, internal notes."],
  VIEW_AGGREGATED_DATA: ["reads", "See summed-up figures of a project, whatever else may be seen of it.", alone],
  VIEW_DEV_TOOLS: ["reads", "See the branches, commits and builds that are connected with an issue."],
  VIEW_READONLY_WORKFLOW: ["reads", "See a picture of an issue's workflow."],
} as const satisfies Record<string, Fact>;

const issues = {
  ASSIGNABLE_USER: ["writes", "Be chosen as the assignee of issues."],
  ASSIGN_ISSUES: ["writes", "Choose the assignee of issues."],
  ARCHIVE_ISSUES: ["destroys", "Put issues into the archive, where ordinary searches no longer find them."],
  UNARCHIVE_ISSUES: ["writes", "Bring issues back from the archive."],
  CLOSE_ISSUES: ["writes", "Close issues, where a workflow asks for this permission.", "TRANSITION_ISSUES"],
  CREATE_ISSUES: ["writes", "Create issues, and with attachments allowed, attach files while doing so."],
  DELETE_ISSUES: ["destroys", "Delete issues for good, together with their comments, attachments and worklogs."],
  EDIT_ISSUES: ["alters", "Edit the fields of any issue."],
  LINK_ISSUES: ["writes", "Link issues with each other."],
  MODIFY_REPORTER: ["impersonates", "Choose somebody else as the reporter of an issue."],
  MOVE_ISSUES: ["alters", "Move issues to another project or workflow; the target project needs CREATE_ISSUES too."],
  RESOLVE_ISSUES: ["writes", "Resolve and reopen issues and set their fix versions.", "TRANSITION_ISSUES"],
  SCHEDULE_ISSUES: ["writes", "See and set the due date of issues.", "EDIT_ISSUES"],
  SET_ISSUE_SECURITY: ["configures", "Choose the security level of an issue, and so who may see it."],
  TRANSITION_ISSUES: ["writes", "Move issues through their workflow."],
} as const satisfies Record<string, Fact>;

const votersAndWatchers = {
  MANAGE_WATCHERS: ["writes", "Add and remove other people as watchers of an issue.", "VIEW_VOTERS_AND_WATCHERS"],
  VIEW_VOTERS_AND_WATCHERS: ["reads", "See who watches an issue and who voted for it."],
} as const satisfies Record<string, Fact>;

const comments = {
  ADD_COMMENTS: ["writes", "Comment on issues."],
  DELETE_ALL_COMMENTS: ["destroys", "Delete anybody's comments."],
  DELETE_OWN_COMMENTS: ["destroys", "Delete one's own comments."],
  EDIT_ALL_COMMENTS: ["alters", "Edit anybody's comments."],
  EDIT_OWN_COMMENTS: ["writes", "Edit one's own comments."],
} as const satisfies Record<string, Fact>;

const attachments = {
  CREATE_ATTACHMENTS: ["writes", "Attach files to issues."],
  DELETE_ALL_ATTACHMENTS: ["destroys", "Delete anybody's attachments."],
  DELETE_OWN_ATTACHMENTS: ["destroys", "Delete one's own attachments."],
} as const satisfies Record<string, Fact>;

const timeTracking = {
  DELETE_ALL_WORKLOGS: ["destroys", "Delete anybody's logged work."],
  DELETE_OWN_WORKLOGS: ["destroys", "Delete one's own logged work."],
  EDIT_ALL_WORKLOGS: ["alters", "Edit anybody's logged work."],
  EDIT_OWN_WORKLOGS: ["writes", "Edit one's own logged work."],
  WORK_ON_ISSUES: ["writes", "Log work on issues, where time tracking is on."],
} as const satisfies Record<string, Fact>;

const hidden = {
  VIEW_PROJECTS: ["reads", "Kept by Jira itself: seen in answers, never to be granted by hand.", alone],
  VIEW_ISSUES: ["reads", "Kept by Jira itself: seen in answers, never to be granted by hand.", alone],
} as const satisfies Record<string, Fact>;

const ofTheSite = {
  ADMINISTER: [
    "takes-over",
    "Administer Jira: every project, scheme, workflow and field, all but managing users and the system itself.",
  ],
  SYSTEM_ADMIN: ["takes-over", "Administer Jira and the system under it without limit."],
  BULK_CHANGE: ["alters", "Change many issues at once, as far as the permissions on each of them go."],
  CREATE_CLASSIC_BUSINESS_PROJECT: ["configures", "Create company-managed business projects."],
  CREATE_PROJECT: ["configures", "Create team-managed projects, and administer those."],
  CREATE_SHARED_OBJECTS: ["writes", "Share dashboards and filters with others."],
  MANAGE_GROUP_FILTER_SUBSCRIPTIONS: ["configures", "Subscribe whole groups to the results of a filter."],
  USER_PICKER: ["reads", "Find people and groups by name anywhere on the site."],
} as const satisfies Record<string, Fact>;

const facts = {
  ...projects,
  ...issues,
  ...votersAndWatchers,
  ...comments,
  ...attachments,
  ...timeTracking,
  ...hidden,
  ...ofTheSite,
};

/** A permission key that Jira itself defines. */
export type BuiltInPermissionKey = keyof typeof facts;

/**
 * Every permission key that Jira Cloud itself defines.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permission-schemes/#built-in-permissions
 */
export const permissions: Readonly<Record<BuiltInPermissionKey, Permission>> = Object.fromEntries([
  ...describeAll("projects", projects),
  ...describeAll("issues", issues),
  ...describeAll("voters-and-watchers", votersAndWatchers),
  ...describeAll("comments", comments),
  ...describeAll("attachments", attachments),
  ...describeAll("time-tracking", timeTracking),
  ...describeAll("hidden", hidden),
  ...describeAll("global", ofTheSite),
]) as Record<BuiltInPermissionKey, Permission>;

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

/** Whether Jira keeps the permission to itself: it is seen in schemes, and nobody can grant it or take it away. */
export function isHiddenPermission(key: string): boolean {
  return describePermission(key)?.category === "hidden";
}

/** The permissions without which one gives nothing; for keys that apps define that is BROWSE_PROJECTS. */
export function needsOf(key: string): readonly string[] {
  return describePermission(key)?.needs ?? ["BROWSE_PROJECTS"];
}

/** The built-in keys that a permission scheme can grant: all project permissions but the hidden ones. */
export const grantablePermissionKeys: readonly BuiltInPermissionKey[] = Object.keys(permissions)
  .filter(isBuiltInPermissionKey)
  .filter((key) => permissions[key].level === "project" && !isHiddenPermission(key));

function describeAll(
  category: Category,
  entries: Readonly<Record<string, Fact>>,
): readonly (readonly [string, Permission])[] {
  const level = category === "global" ? "global" : "project";
  return Object.entries(entries).map(([key, [risk, summary, ...more]]) => {
    const needs = level === "global" || more.includes(alone) ? [] : ["BROWSE_PROJECTS", ...more];
    return [key, { level, category, needs, risk, summary }];
  });
}
