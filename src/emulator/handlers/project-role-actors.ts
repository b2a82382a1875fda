import { z } from "zod";
import { toProjectRole } from "../answers/project-role.js";
import { refuse } from "../refusal.js";
import { type Call, type Route, route, routeWithBody } from "../route.js";
import { findProject, findRole } from "../rules/find.js";
import { addActors, removeActors } from "../rules/people/change-actors.js";
import { listRoles } from "../rules/people/project-roles.js";
import { isSameActor, numberActor, resolveActors } from "../rules/people/resolve-actors.js";
import { canAdministerProject } from "../rules/permissions/decide-permission.js";
import type { SiteActor, SiteProject, SiteRole } from "../state/state.js";

const path = "/project/:projectIdOrKey/role/:id";

const texts = z.array(z.string()).nullish();

/** Members as clients name them: people by account id, groups by name or id. */
export const sentActors = z.object({ user: texts, group: texts, groupId: texts });

const sentList = z.object({
  categorisedActors: z.strictObject({
    "atlassian-user-role-actor": texts,
    "atlassian-group-role-actor": texts,
    "atlassian-group-role-actor-id": texts,
  }),
});

/** The operations on who holds a role in a project. */
export const projectRoleActorsRoutes: readonly Route[] = [
  route({
    operation: "getProjectRole",
    method: "GET",
    path,
    anonymous: true,
    answer: (call) => answerRole(call, findPlace(call, 404)),
  }),
  routeWithBody(sentActors, {
    operation: "addActorUsers",
    method: "POST",
    path,
    anonymous: true,
    answer: (call) => {
      const { site, body } = call;
      const place = findPlace(call, 401);
      place.project.actors.push(...addActors(site, place.role, place.members, body));
      return answerRole(call, place);
    },
  }),
  routeWithBody(sentList, {
    operation: "setActors",
    method: "PUT",
    path,
    answer: (call) => {
      const { site, body } = call;
      const { project, role, members } = findPlace(call, 401);
      const names = resolveActors(site, {
        users: body.categorisedActors["atlassian-user-role-actor"],
        groupNames: body.categorisedActors["atlassian-group-role-actor"],
        groupIds: body.categorisedActors["atlassian-group-role-actor-id"],
      });
      const kept = members.filter((member) => names.some((name) => isSameActor(member, name)));
      const added = names.filter((name) => !kept.some((member) => isSameActor(member, name)));
      const others = project.actors.filter((actor) => actor.role !== role.id);
      project.actors = [...others, ...kept, ...added.map((name) => numberActor(site, role, name))];
      return answerRole(call, { project, role });
    },
  }),
  route({
    operation: "deleteActor",
    method: "DELETE",
    path,
    anonymous: true,
    answer: (call) => {
      const { site, query } = call;
      const { project, role, members } = findPlace(call, 404);
      const left = removeActors(site, members, query);
      project.actors = [...project.actors.filter((actor) => actor.role !== role.id), ...left];
      return { status: 204 };
    },
  }),
];

interface RolePlace {
  readonly project: SiteProject;
  readonly role: SiteRole;
}

function findPlace(call: Call<unknown>, denied: 401 | 404): RolePlace & { readonly members: readonly SiteActor[] } {
  const { site, subject } = call;
  const project = findProject(call, call.param("projectIdOrKey"));
  if (!canAdministerProject(site, subject, project)) {
    throw refuse(denied, "You do not have administrative permission for this project.");
  }
  const role = findRole(call, call.param("id"), listRoles(site, project));
  return { project, role, members: project.actors.filter((actor) => actor.role === role.id) };
}

function answerRole(call: Pick<Call, "site" | "url">, { project, role }: RolePlace) {
  return { status: 200, body: toProjectRole(call, project, role) };
}
