import { z } from "zod";
import { toProjectRole } from "../answers/project-role.js";
import { refuse } from "../refusal.js";
import { type Call, type Route, route, routeWithBody } from "../route.js";
import { canAdministerProject } from "../rules/decide-permission.js";
import { findProject, findRole } from "../rules/find.js";
import { listRoles } from "../rules/project-roles.js";
import { type ActorName, isSameActor, refuseMember, resolveActors, withoutActors } from "../rules/resolve-actors.js";
import { type Site, type SiteActor, type SiteProject, type SiteRole, takeId } from "../state.js";

const path = "/project/:projectIdOrKey/role/:id";

const texts = z.array(z.string()).nullish();

const sentActors = z.object({ user: texts, group: texts, groupId: texts });

const sentList = z.object({
  categorisedActors: z.strictObject({
    "atlassian-user-role-actor": texts,
    "atlassian-group-role-actor": texts,
    "atlassian-group-role-actor-id": texts,
  }),
});

/** The operations on who holds a role in a project. */
export const roleActorsRoutes: readonly Route[] = [
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
      const { user: users, group: groupNames, groupId: groupIds } = body;
      const names = resolveActors(site, { users, groupNames, groupIds });
      if (names.length === 0) throw refuse(400, "At least one user or group is needed.");
      const twice = names.find((name) => place.members.some((member) => isSameActor(member, name)));
      if (twice) throw refuseMember(site, twice);
      place.project.actors.push(...names.map((name) => makeActor(site, place.role, name)));
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
      project.actors = [...others, ...kept, ...added.map((name) => makeActor(site, role, name))];
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
      const gone = readActors(site, query);
      const left = withoutActors(members, gone);
      if (left.length !== members.length - gone.length) throw refuse(404, "The role has no such member.");
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

function makeActor(site: Site, role: SiteRole, name: ActorName): SiteActor {
  return { id: takeId(site, "actor"), role: role.id, ...name };
}

function readActors(site: Site, query: URLSearchParams): ActorName[] {
  const [users = [], groupNames = [], groupIds = []] = ["user", "group", "groupId"].map((name) => query.getAll(name));
  if (groupNames.length > 0 && groupIds.length > 0) throw refuse(400, "group and groupId cannot be used together.");
  const names = [...users.map((user) => ({ user })), ...resolveActors(site, { groupNames, groupIds })];
  if (names.length === 0) throw refuse(400, "A user or a group is needed.");
  return names;
}
