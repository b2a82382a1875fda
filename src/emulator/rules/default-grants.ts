import { grantablePermissionKeys } from "../../catalogue/permissions.js";
import type { Site, SiteHolder } from "../state/state.js";
import type { NewGrant } from "./prepare-grants.js";

const everybody = ["BROWSE_PROJECTS", "VIEW_AGGREGATED_DATA", "VIEW_DEV_TOOLS", "VIEW_READONLY_WORKFLOW"];

const licensed = [
  "ADD_COMMENTS",
  "ASSIGNABLE_USER",
  "ASSIGN_ISSUES",
  "CLOSE_ISSUES",
  "CREATE_ATTACHMENTS",
  "CREATE_ISSUES",
  "DELETE_OWN_ATTACHMENTS",
  "DELETE_OWN_COMMENTS",
  "DELETE_OWN_WORKLOGS",
  "EDIT_ISSUES",
  "EDIT_OWN_COMMENTS",
  "EDIT_OWN_WORKLOGS",
  "LINK_ISSUES",
  "MOVE_ISSUES",
  "RESOLVE_ISSUES",
  "SCHEDULE_ISSUES",
  "TRANSITION_ISSUES",
  "VIEW_VOTERS_AND_WATCHERS",
  "WORK_ON_ISSUES",
];

/** The grants that the site puts into every new scheme, whatever its maker asked for. */
export function defaultGrants(site: Site): NewGrant[] {
  const administrators = site.roles.find(({ name, project }) => name === "Administrators" && project === undefined);
  const groups = new Set(site.applications.flatMap((application) => application.groups));
  return [
    ...(administrators
      ? give(grantablePermissionKeys, { type: "projectRole", parameter: `${administrators.id}` })
      : []),
    ...[...groups].flatMap((parameter) => give(licensed, { type: "group", parameter })),
    ...give(everybody, { type: "applicationRole" }),
  ];
}

function give(keys: readonly string[], holder: SiteHolder): NewGrant[] {
  return keys.map((permission) => ({ permission, holder }));
}
