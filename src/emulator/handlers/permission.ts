import { readList } from "../answers/page.js";
import { refuse, refuseFields } from "../refusal.js";
import { type Call, type Route, route } from "../route.js";
import { hasGlobalPermission } from "../rules/callers/subject.js";
import { findIssue, findProject } from "../rules/find.js";
import { isAllowed, type Place } from "../rules/permissions/decide-permission.js";
import { type KnownPermission, listPermissions } from "../rules/permissions/known-permissions.js";

/** The operations that list permissions, all there are and those of the caller. */
export const permissionRoutes: readonly Route[] = [
  route({
    operation: "getAllPermissions",
    method: "GET",
    path: "/permissions",
    anonymous: true,
    answer: ({ site }) => ({
      status: 200,
      body: { permissions: Object.fromEntries(listPermissions(site).map((one) => [one.key, one])) },
    }),
  }),
  route({
    operation: "getMyPermissions",
    method: "GET",
    path: "/mypermissions",
    anonymous: true,
    answer: (call) => {
      const known = listPermissions(call.site);
      const asked = readList(call.query, "permissions").map((key) => findPermission(known, key));
      if (asked.length === 0) throw refuse(400, "The permissions query parameter is needed.");
      const places = readPlaces(call);
      const described = asked.map((one) => {
        const id = String(known.indexOf(one));
        return [one.key, { id, ...one, havePermission: isHeld(call, one, places) }] as const;
      });
      return { status: 200, body: { permissions: Object.fromEntries(described) } };
    },
  }),
];

function findPermission(known: readonly KnownPermission[], key: string): KnownPermission {
  const permission = known.find((one) => one.key === key);
  if (permission) return permission;
  throw refuseFields(400, { [key]: "Unrecognized permission" });
}

function readPlaces(call: Call): Place[] {
  const issue = call.query.get("issueId") ?? call.query.get("issueKey");
  if (issue !== null) return [findIssue(call, issue)];
  const project = call.query.get("projectId") ?? call.query.get("projectKey");
  if (project !== null) return [{ project: findProject(call, project), assumeIssue: true }];
  const live = call.site.projects.filter(({ status }) => status === "live");
  return live.map((project) => ({ project, assumeIssue: true }));
}

function isHeld({ site, subject }: Call, { key, type }: KnownPermission, places: readonly Place[]): boolean {
  if (type === "GLOBAL") return hasGlobalPermission(site, subject, key);
  return places.some((place) => isAllowed(site, subject, key, place));
}
