import type { DesiredAccess } from "../../model/desired-access.js";
import type { RoleActors } from "../../model/role-actors.js";
import type { ProjectAccess, SiteAccess } from "../../model/site-access.js";
import { withAll } from "./create-declared.js";
import type { SiteNames } from "./site-names.js";

/** Stands for a scheme that was not read, so that what it grants is unknown. */
const unreadScheme = "a scheme that was not read";

/** The site with the declared scheme of every project, and with all declared lists of who holds a role there. */
export function applyProjects(site: SiteAccess, desired: DesiredAccess, names: SiteNames): SiteAccess {
  const projects = [...site.projects.values()].map((project): ProjectAccess => {
    const scheme = desired.associations
      .filter((one) => names.project(one.project) === project.id)
      .map((one) => names.scheme(one.scheme) ?? unreadScheme)[0];
    const lists = desired.actors.flatMap((one) => {
      const role = names.role(one.role);
      return role === undefined || names.project(one.project) !== project.id
        ? []
        : [[role, toRoleActors(one, names)] as const];
    });
    return {
      ...project,
      ...(scheme === undefined ? {} : { scheme }),
      actors: new Map([...project.actors, ...lists]),
    };
  });
  return { ...site, projects: withAll(site.projects, projects) };
}

function toRoleActors({ users, groups }: DesiredAccess["actors"][number], names: SiteNames): RoleActors {
  return {
    users: users.flatMap((name) => found(names.account(name), name)),
    groups: groups.flatMap((name) => found(names.group(name), name)),
  };
}

function found(id: string | undefined, name: string): { readonly id: string; readonly name: string }[] {
  return id === undefined ? [] : [{ id, name }];
}
