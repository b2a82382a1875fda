import type { Site, SiteHolder, SiteProject } from "../../src/emulator/state/state.js";
import type { Holder } from "../../src/model/holder.js";
import type { IdentifiedHolder, ProjectAccess, SiteAccess } from "../../src/model/site-access.js";

/** All of an emulated site that decides who may do what, global permissions of every account included. */
export function siteAccessOf(site: Site): SiteAccess {
  const products = site.applications.map(({ key, name, groups }) => ({ key, name, groups }));
  return {
    accounts: byId(
      site.accounts.map(({ id, displayName, email, active, type }) => {
        const groups = new Set(site.groups.filter(({ members }) => members.includes(id)).map((group) => group.id));
        return { id, displayName, email, active, type, groups };
      }),
    ),
    groups: byId(site.groups.map(({ id, name }) => ({ id, name }))),
    products,
    roles: byId(site.roles.map(({ id, name, description }) => ({ id: String(id), name, description }))),
    schemes: byId(
      site.schemes.map(({ id, name, description, grants }) => ({
        id: String(id),
        name,
        description,
        grants: grants.map((one) => ({
          id: String(one.id),
          permission: one.permission,
          ...toHolder(site, one.holder),
        })),
      })),
    ),
    projects: byId(site.projects.map((project) => toProject(site, project))),
    globalPermissions: new Map(
      site.accounts.map(({ id }) => [
        id,
        new Set(site.groups.filter(({ members }) => members.includes(id)).flatMap((group) => group.globalPermissions)),
      ]),
    ),
  };
}

function toProject(site: Site, project: SiteProject): ProjectAccess {
  const { id, key, name, lead, management, scheme, actors } = project;
  const levels = site.securitySchemes.find((one) => one.id === project.securityScheme)?.levels ?? [];
  return {
    id,
    key,
    name,
    lead,
    management,
    ...(scheme === undefined ? {} : { scheme: String(scheme) }),
    actors: new Map(
      site.roles.map((role) => {
        const own = actors.filter((actor) => actor.role === role.id);
        const users = own.flatMap((actor) => ("user" in actor ? [{ id: actor.user, name: actor.user }] : []));
        const groups = own.flatMap((actor) => ("group" in actor ? [{ id: actor.group, name: actor.group }] : []));
        return [String(role.id), { users, groups }];
      }),
    ),
    securityLevels: levels.map((level) => ({
      id: level.id,
      name: level.name,
      holders: level.holders.map((holder) => toHolder(site, holder)),
    })),
  };
}

function toHolder(site: Site, { type, parameter }: SiteHolder): IdentifiedHolder {
  if (parameter === undefined) return { holder: { type } };
  const name =
    site.roles.find(({ id }) => type === "projectRole" && String(id) === parameter)?.name ??
    site.groups.find(({ id }) => type === "group" && id === parameter)?.name ??
    parameter;
  const holder: Holder = { type, name };
  return { holder, holderId: parameter };
}

function byId<T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [one.id, one]));
}
