import { z } from "zod";
import { readList } from "../answers/page.js";
import { readSchemeExpand, schemeExpands, toGrant, toGrantList } from "../answers/permission-scheme.js";
import { refuse } from "../refusal.js";
import { type Route, route, routeWithBody } from "../route.js";
import { findScheme } from "../rules/find.js";
import { includesGrant, numberGrant, prepareGrant, refuseDuplicate } from "../rules/permissions/prepare-grants.js";

/** A grant as clients send it; `type` and the permission are checked against the site later. */
export const sentGrant = z.object({
  permission: z.string(),
  holder: z.object({ type: z.string(), parameter: z.string().nullish(), value: z.string().nullish() }),
});

/** The operations on single grants of a permission scheme. */
export const permissionGrantRoutes: readonly Route[] = [
  route({
    operation: "getPermissionSchemeGrants",
    method: "GET",
    path: "/permissionscheme/:schemeId/permission",
    answer: (call) => {
      const scheme = findScheme(call, call.param("schemeId"));
      return { status: 200, body: toGrantList(call, scheme, readSchemeExpand(call.query)) };
    },
  }),
  route({
    operation: "getPermissionSchemeGrant",
    method: "GET",
    path: "/permissionscheme/:schemeId/permission/:permissionId",
    answer: (call) => {
      const scheme = findScheme(call, call.param("schemeId"));
      const grant = scheme.grants.find(({ id }) => String(id) === call.param("permissionId"));
      if (!grant) throw refuse(404, `The scheme has no permission grant with id ${call.param("permissionId")}.`);
      return { status: 200, body: toGrant(call, scheme, grant, readSchemeExpand(call.query)) };
    },
  }),
  routeWithBody(sentGrant, {
    operation: "createPermissionGrant",
    method: "POST",
    path: "/permissionscheme/:schemeId/permission",
    needs: ["ADMINISTER"],
    answer: (call) => {
      const { site, query, body } = call;
      const scheme = findScheme(call, call.param("schemeId"));
      const expand = readSchemeExpand(query);
      if (expand.length !== readList(query, "expand").length) {
        throw refuse(400, `expand takes only ${schemeExpands.join(", ")}.`);
      }
      const asked = prepareGrant(site, body);
      if (includesGrant(scheme.grants, asked)) throw refuseDuplicate(asked);
      const grant = numberGrant(site, asked);
      scheme.grants.push(grant);
      return { status: 201, body: toGrant(call, scheme, grant, expand) };
    },
  }),
  route({
    operation: "deletePermissionSchemeEntity",
    method: "DELETE",
    path: "/permissionscheme/:schemeId/permission/:permissionId",
    needs: ["ADMINISTER"],
    answer: (call) => {
      const scheme = findScheme(call, call.param("schemeId"));
      const kept = scheme.grants.filter(({ id }) => String(id) !== call.param("permissionId"));
      if (kept.length === scheme.grants.length) {
        throw refuse(400, `The scheme has no permission grant with id ${call.param("permissionId")}.`);
      }
      scheme.grants = kept;
      return { status: 204 };
    },
  }),
];
