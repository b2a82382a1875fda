import type { Site, SiteActor, SiteProject, SiteRole } from "../state/state.js";
import type { Viewing } from "./account.js";

/** A role of the site with its default actors. */
export function toRole(viewing: Viewing, role: SiteRole): unknown {
  const self = `${viewing.url}/rest/api/3/role/${role.id}`;
  return { self, ...describeRole(viewing, role), actors: toActors(viewing.site, role.defaultActors) };
}

/** What is said of a role wherever it is shown. */
export function describeRole({ site }: Viewing, { name, id, description, project: scope }: SiteRole) {
  const project = site.projects.find((project) => project.id === scope);
  if (project === undefined) return { name, id, description };
  const short = { id: project.id, key: project.key, name: project.name };
  return { name, id, description, scope: { type: "PROJECT", project: short } };
}

/** A role with its members in one project, sorted by the name they show. */
export function toProjectRole(viewing: Viewing, project: SiteProject, role: SiteRole): unknown {
  const self = toProjectRoleLink(viewing.url, project, role);
  const actors = project.actors.filter((actor) => actor.role === role.id);
  return { self, ...describeRole(viewing, role), actors: toActors(viewing.site, actors) };
}

/** The address of a role inside a project. */
export function toProjectRoleLink(url: string, project: SiteProject, role: SiteRole): string {
  return `${url}/rest/api/3/project/${project.id}/role/${role.id}`;
}

function toActors(site: Site, actors: readonly SiteActor[]): unknown[] {
  return actors
    .map((actor) => toActor(site, actor))
    .sort((a, b) => a.displayName.localeCompare(b.displayName) || a.id - b.id);
}

function toActor(site: Site, actor: SiteActor) {
  if ("user" in actor) {
    const account = site.accounts.find(({ id }) => id === actor.user);
    const displayName = account?.displayName ?? actor.user;
    const type = "atlassian-user-role-actor";
    return { id: actor.id, displayName, type, actorUser: { accountId: actor.user } };
  }
  const name = site.groups.find(({ id }) => id === actor.group)?.name ?? actor.group;
  const actorGroup = { name, displayName: name, groupId: actor.group };
  return { id: actor.id, displayName: name, type: "atlassian-group-role-actor", name, actorGroup };
}
