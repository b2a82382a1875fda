import { toRole } from "../answers/project-role.js";
import { refuse } from "../refusal.js";
import { type Call, type Route, route, routeWithBody } from "../route.js";
import { findRole } from "../rules/find.js";
import { addActors, removeActors } from "../rules/people/change-actors.js";
import type { SiteRole } from "../state/state.js";
import { sentActors } from "./project-role-actors.js";

const path = "/role/:id/actors";

/** The operations on who becomes a member of a role in every project made from now on. */
export const defaultRoleActorsRoutes: readonly Route[] = [
  route({
    operation: "getProjectRoleActorsForRole",
    method: "GET",
    path,
    needs: ["ADMINISTER"],
    answer: (call) => answerRole(call, findRole(call, call.param("id"))),
  }),
  routeWithBody(sentActors, {
    operation: "addProjectRoleActorsToRole",
    method: "POST",
    path,
    needs: ["ADMINISTER"],
    answer: (call) => {
      const { site, body } = call;
      const role = findRole(call, call.param("id"));
      if (body.user?.length && (body.group?.length || body.groupId?.length)) {
        throw refuse(400, "Users and groups cannot be added in one request.");
      }
      role.defaultActors.push(...addActors(site, role, role.defaultActors, body));
      return answerRole(call, role);
    },
  }),
  route({
    operation: "deleteProjectRoleActorsFromRole",
    method: "DELETE",
    path,
    needs: ["ADMINISTER"],
    answer: (call) => {
      const { site, query } = call;
      const role = findRole(call, call.param("id"));
      if (query.has("user") && (query.has("group") || query.has("groupId"))) {
        throw refuse(400, "A user and a group cannot be removed in one request.");
      }
      role.defaultActors = removeActors(site, role.defaultActors, query);
      return answerRole(call, role);
    },
  }),
];

function answerRole(call: Pick<Call, "site" | "url">, role: SiteRole) {
  return { status: 200, body: toRole(call, role) };
}
