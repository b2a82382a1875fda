import { isBuiltInPermissionKey } from "../../src/catalogue/permissions.js";

/** Names of permissions that are not their keys in other letters. */
const keysByName: Readonly<Record<string, string>> = {
  "administer jira": "ADMINISTER",
  "browse users and groups": "USER_PICKER",
  "share dashboards and filters": "CREATE_SHARED_OBJECTS",
  "manage watcher list": "MANAGE_WATCHERS",
  "view (read-only) workflow": "VIEW_READONLY_WORKFLOW",
  "browse project": "BROWSE_PROJECTS",
  browse: "BROWSE_PROJECTS",
  "global bulk change": "BULK_CHANGE",
};

/** Puts keys in braces where a text names permissions, in italics or at the beginning of a bullet; links lose their targets. */
export function namePermissions(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\*([A-Z][^*\n]*?):?\*/g, (whole, name: string) => braced(name) ?? whole)
    .replace(/(\* {2})([A-Z][a-z ]*?)( project)? permission\b/g, (whole, bullet: string, name: string) => {
      const key = braced(name);
      return key === undefined ? whole : `${bullet}${key} permission`;
    })
    .replace(/Jira admin or site admin: global permission/, "{ADMINISTER} or {site administration}")
    .replace(/Site administration \([^)]*\)?/, "{site administration}")
    .replace(/The caller has to be an \*\*organization admin\*\*/, "and {organisation administration}");
}

function braced(name: string): string | undefined {
  const key = keysByName[name.toLowerCase()] ?? name.toUpperCase().replaceAll(" ", "_");
  return isBuiltInPermissionKey(key) ? `{${key}}` : undefined;
}
