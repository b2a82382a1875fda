import { grantablePermissionKeys } from "../../../catalogue/permissions.js";
import type { Site, SiteHolder } from "../../state/state.js";
import type { NewGrant } from "./prepare-grants.js";
import { commentPermissions, lookingPermissions, workPermissions } from "./usual-permissions.js";

const everybody = ["BROWSE_PROJECTS", "VIEW_AGGREGATED_DATA", ...lookingPermissions];

const licensed = [...commentPermissions, ...workPermissions, "MOVE_ISSUES", "VIEW_VOTERS_AND_WATCHERS"];

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
