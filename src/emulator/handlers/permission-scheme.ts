import { z } from "zod";
import { readSchemeExpand, toScheme } from "../answers/permission-scheme.js";
import { refuse, refuseFields } from "../refusal.js";
import { type Call, type Route, route, routeWithBody } from "../route.js";
import { findScheme } from "../rules/find.js";
import { defaultGrants } from "../rules/permissions/default-grants.js";
import { includesGrant, numberGrant, prepareGrants } from "../rules/permissions/prepare-grants.js";
import { defaultSchemeId, type SiteScheme, takeId } from "../state/state.js";
import { sentGrant } from "./permission-grant.js";

const sentScheme = z.object({
  name: z.string().optional(),
  description: z.string().nullish(),
  permissions: z.array(sentGrant).nullish(),
});

/** The operations on whole permission schemes. */
export const permissionSchemeRoutes: readonly Route[] = [
  route({
    operation: "getAllPermissionSchemes",
    method: "GET",
    path: "/permissionscheme",
    answer: (call) => {
      const expand = readSchemeExpand(call.query);
      return { status: 200, body: { permissionSchemes: call.site.schemes.map((one) => toScheme(call, one, expand)) } };
    },
  }),
  route({
    operation: "getPermissionScheme",
    method: "GET",
    path: "/permissionscheme/:schemeId",
    answer: (call) => answerScheme(call, 200, findScheme(call, call.param("schemeId"))),
  }),
  routeWithBody(sentScheme, {
    operation: "createPermissionScheme",
    method: "POST",
    path: "/permissionscheme",
    needs: ["ADMINISTER"],
    answer: (call) => {
      refuseOnFreePlan(call);
      const { site, body } = call;
      const name = readName(call);
      const asked = prepareGrants(site, body.permissions ?? []);
      const seeded = defaultGrants(site).filter((grant) => !includesGrant(asked, grant));
      const id = takeId(site, "scheme");
      const grants = [...asked, ...seeded].map((grant) => numberGrant(site, grant));
      const scheme = { id, name, description: body.description ?? "", grants };
      site.schemes.push(scheme);
      return answerScheme(call, 201, scheme);
    },
  }),
  routeWithBody(sentScheme, {
    operation: "updatePermissionScheme",
    method: "PUT",
    path: "/permissionscheme/:schemeId",
    needs: ["ADMINISTER"],
    answer: (call) => {
      refuseOnFreePlan(call);
      const { site, body } = call;
      const scheme = findScheme(call, call.param("schemeId"));
      const name = readName(call, scheme);
      if (body.permissions) scheme.grants = prepareGrants(site, body.permissions).map((one) => numberGrant(site, one));
      scheme.name = name;
      scheme.description = body.description ?? scheme.description;
      return answerScheme(call, 200, scheme);
    },
  }),
  route({
    operation: "deletePermissionScheme",
    method: "DELETE",
    path: "/permissionscheme/:schemeId",
    needs: ["ADMINISTER"],
    answer: (call) => {
      const { site } = call;
      const scheme = findScheme(call, call.param("schemeId"));
      if (scheme.id === defaultSchemeId) throw refuse(400, "The default permission scheme cannot be deleted.");
      for (const project of site.projects) if (project.scheme === scheme.id) project.scheme = defaultSchemeId;
      site.schemes = site.schemes.filter((other) => other !== scheme);
      return { status: 204 };
    },
  }),
];

/**
 * Refuses a change of permission schemes where the plan does not have them.
 * @throws Refusal with 403 on the Free plan.
 */
export function refuseOnFreePlan({ site }: Pick<Call, "site">): void {
  if (site.plan === "free") throw refuse(403, "Permission schemes cannot be changed on the Free plan.");
}

function answerScheme(call: Pick<Call, "site" | "url" | "query">, status: number, scheme: SiteScheme) {
  return { status, body: toScheme(call, scheme, readSchemeExpand(call.query)) };
}

function readName({ site, body }: Call<z.output<typeof sentScheme>>, own?: SiteScheme): string {
  const name = body.name?.trim() ?? "";
  if (name === "") throw refuseFields(400, { name: "A permission scheme needs a name." });
  if (!site.schemes.some((other) => other !== own && other.name === name)) return name;
  throw refuseFields(400, { name: `There is already a permission scheme with the name '${name}'.` });
}
