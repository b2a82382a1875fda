import { byId } from "../../model/by-id.js";
import type { HolderType } from "../../model/holder.js";
import type { PermissionScheme } from "../../model/permission-scheme.js";
import type { RoleActors } from "../../model/role-actors.js";
import type { AccountAccess, IdentifiedHolder, ProjectAccess, SiteAccess } from "../../model/site-access.js";
import type { PackedAccount, PackedProject, PackedScheme, PackedSite } from "./packed-site.js";

/** The site that was packed, as far as it was. */
export function unpackSite(packed: PackedSite): SiteAccess {
  const accounts = packed.accounts.map((account) => unpackAccount(account, packed));
  return {
    accounts: byId(accounts),
    groups: byId(packed.groups.map(([id, name]) => ({ id, name }))),
    products: packed.products.map(({ groups, ...product }) => ({ ...product, groups: idsOf(groups, packed) })),
    roles: new Map(),
    schemes: byId(packed.schemes.map((scheme) => unpackScheme(scheme, packed))),
    projects: byId(packed.projects.map((project) => unpackProject(project, packed))),
    globalPermissions: new Map(
      packed.accounts.flatMap(({ id, global }) => {
        return global === undefined ? [] : [[id, new Set(packed.globals[global])] as const];
      }),
    ),
  };
}

function unpackAccount({ id, name, email, inactive, type, groups }: PackedAccount, packed: PackedSite): AccountAccess {
  return {
    id,
    displayName: name,
    ...(email === undefined ? {} : { email }),
    active: inactive === undefined,
    type: type ?? "atlassian",
    groups: new Set(idsOf(groups, packed)),
  };
}

function unpackScheme({ id, name, grants }: PackedScheme, { holders }: PackedSite): PermissionScheme {
  const list = Object.entries(grants).flatMap(([permission, places]) =>
    places.map((place) => ({ id: `${permission} ${place}`, permission, ...unpackHolder(holders[place]) })),
  );
  return { id, name, description: "", grants: list };
}

function unpackHolder([type = "anyone", name, holderId]: PackedSite["holders"][number] = ["anyone"]): IdentifiedHolder {
  const holder = { type: type as HolderType, ...(typeof name === "string" ? { name } : {}) };
  return { holder, ...(holderId === undefined ? {} : { holderId }) };
}

function unpackProject(project: PackedProject, packed: PackedSite): ProjectAccess {
  const { id, key, name, team, lead, scheme, actors } = project;
  const leader = packed.accounts[lead ?? -1];
  const used = packed.schemes[scheme ?? -1];
  return {
    id,
    key,
    name,
    management: team === undefined ? "company" : "team",
    ...(leader === undefined ? {} : { lead: leader.id }),
    ...(used === undefined ? {} : { scheme: used.id }),
    actors: new Map(actors.map(([role, users, groups]) => [role, unpackActors(users, groups, packed)])),
  };
}

function unpackActors(users: readonly number[], groups: readonly number[], packed: PackedSite): RoleActors {
  return {
    users: users.flatMap((place) => packed.accounts[place] ?? []).map(({ id, name }) => ({ id, name })),
    groups: groups.flatMap((place) => {
      const [id, name] = packed.groups[place] ?? [];
      return id === undefined || name === undefined ? [] : [{ id, name }];
    }),
  };
}

function idsOf(groups: readonly number[], packed: PackedSite): readonly string[] {
  return groups.flatMap((place) => packed.groups[place]?.[0] ?? []);
}
