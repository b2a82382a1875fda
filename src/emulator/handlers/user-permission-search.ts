import { toAccount } from "../answers/account.js";
import { readList, slice } from "../answers/page.js";
import { refuse } from "../refusal.js";
import { type Call, type Route, route } from "../route.js";
import { describeSubject, hasGlobalPermission, type Subject } from "../rules/callers/subject.js";
import { findIssue, findProject } from "../rules/find.js";
import { readSearch } from "../rules/people/search-accounts.js";
import { canAdministerProject, isAllowed, type Place } from "../rules/permissions/decide-permission.js";
import { isKnownPermission } from "../rules/permissions/known-permissions.js";
import type { Site } from "../state/state.js";

/** The operation that finds who has permissions in a project or on an issue. */
export const userPermissionSearchRoutes: readonly Route[] = [
  route({
    operation: "findUsersWithAllPermissions",
    method: "GET",
    path: "/user/permission/search",
    answer: (call) => {
      const { site, subject, query } = call;
      const wanted = readSearch(query);
      const permissions = readPermissions(call);
      const place = findPlace(call);
      if (!canAdministerProject(site, subject, place.project)) {
        throw refuse(403, "You do not have administrative permission for this project.");
      }
      const { items } = slice(query, site.accounts.slice(0, 1000), { usual: 50, most: 1000 });
      const found = items.filter((account) => {
        if (!account.active || !wanted(account)) return false;
        const candidate = describeSubject(site, account);
        return permissions.every((key) => isHeld(site, candidate, key, place));
      });
      return { status: 200, body: found.map((one) => toAccount(call, one)) };
    },
  }),
];

function isHeld(site: Site, candidate: Subject, key: string, place: Place): boolean {
  if (isKnownPermission(site, key, "GLOBAL")) return hasGlobalPermission(site, candidate, key);
  return isAllowed(site, candidate, key, place);
}

function readPermissions({ site, query }: Call): string[] {
  const keys = readList(query, "permissions");
  if (keys.length === 0) throw refuse(400, "permissions is needed.");
  const unknown = keys.find(
    (key) => !isKnownPermission(site, key, "PROJECT") && !isKnownPermission(site, key, "GLOBAL"),
  );
  if (unknown === undefined) return keys;
  throw refuse(400, `'${unknown}' is not a permission.`);
}

function findPlace(call: Call): Place {
  const [issue, project] = [call.query.get("issueKey"), call.query.get("projectKey")];
  if (issue) return findIssue(call, issue);
  if (project) return { project: findProject(call, project) };
  throw refuse(400, "issueKey or projectKey is needed.");
}
