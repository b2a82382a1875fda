import { createNumbering, type Numbering } from "../../model/numbering.js";
import type { PermissionScheme } from "../../model/permission-scheme.js";
import type { AccountAccess, IdentifiedHolder, ProjectAccess, SiteAccess } from "../../model/site-access.js";
import type { PackedAccount, PackedProject, PackedScheme, PackedSite } from "./packed-site.js";

/** Where things stand in the lists of a packed site. */
interface Places {
  readonly accounts: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<string, number>;
  readonly schemes: ReadonlyMap<string, number>;
  readonly holders: Numbering;
  readonly globals: Numbering;
}

/** What is known of a site, as little JSON. Actors whom the site does not show among its accounts are left out. */
export function packSite(site: SiteAccess): PackedSite {
  const places: Places = {
    accounts: placesOf(site.accounts),
    groups: placesOf(site.groups),
    schemes: placesOf(site.schemes),
    holders: createNumbering(),
    globals: createNumbering(),
  };
  return {
    groups: [...site.groups.values()].map(({ id, name }) => [id, name]),
    accounts: [...site.accounts.values()].map((account) => packAccount(account, site, places)),
    products: site.products.map(({ key, name, groups }) => ({ key, name, groups: find(places.groups, groups) })),
    schemes: [...site.schemes.values()].map((scheme) => packScheme(scheme, places)),
    projects: [...site.projects.values()].map((project) => packProject(project, places)),
    holders: places.holders.texts().map((text) => JSON.parse(text)),
    globals: places.globals.texts().map((text) => JSON.parse(text)),
  };
}

function packAccount(account: AccountAccess, site: SiteAccess, places: Places): PackedAccount {
  const { id, displayName: name, email, active, type, groups } = account;
  const held = site.globalPermissions.get(id);
  return {
    id,
    name,
    ...(email === undefined ? {} : { email }),
    ...(active ? {} : { inactive: 1 }),
    ...(type === "atlassian" ? {} : { type }),
    groups: find(places.groups, groups),
    ...(held === undefined ? {} : { global: places.globals.numberOf(JSON.stringify([...held].sort())) }),
  };
}

function packScheme({ id, name, grants }: PermissionScheme, { holders }: Places): PackedScheme {
  const packed = [...Map.groupBy(grants, ({ permission }) => permission)].map(([permission, own]) => {
    return [permission, own.map((grant) => holders.numberOf(JSON.stringify(packHolder(grant))))] as const;
  });
  return { id, name, grants: Object.fromEntries(packed) };
}

function packHolder({ holder: { type, name }, holderId }: IdentifiedHolder): PackedSite["holders"][number] {
  if (holderId !== undefined) return [type, name ?? null, holderId];
  return name === undefined ? [type] : [type, name];
}

function packProject({ id, key, name, management, ...access }: ProjectAccess, places: Places): PackedProject {
  const [lead] = find(places.accounts, [access.lead ?? ""]);
  const [scheme] = find(places.schemes, [access.scheme ?? ""]);
  return {
    id,
    key,
    name,
    ...(management === "team" ? { team: 1 } : {}),
    ...(lead === undefined ? {} : { lead }),
    ...(scheme === undefined ? {} : { scheme }),
    actors: [...access.actors].map(([role, { users, groups }]) => {
      return [role, find(places.accounts, idsOf(users)), find(places.groups, idsOf(groups))];
    }),
  };
}

function placesOf(map: ReadonlyMap<string, unknown>): ReadonlyMap<string, number> {
  return new Map([...map.keys()].map((id, place) => [id, place]));
}

function find(places: ReadonlyMap<string, number>, ids: Iterable<string>): readonly number[] {
  return [...ids].flatMap((id) => places.get(id) ?? []);
}

function idsOf(things: readonly { readonly id: string }[]): readonly string[] {
  return things.map(({ id }) => id);
}
