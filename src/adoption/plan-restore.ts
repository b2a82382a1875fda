import { isHiddenPermission } from "../catalogue/permissions.js";
import type { FoundAccess } from "../model/found-access.js";
import { formatHolder } from "../model/holder.js";
import type { ProjectId, RoleId } from "../model/ids.js";
import type { PermissionScheme } from "../model/permission-scheme.js";
import type { RoleActors } from "../model/role-actors.js";
import type { Backup } from "./backup.js";

type BackedUpScheme = Backup["schemes"][number];

/** One thing to write so that the site is as it was; `changes` tells people what, a line each. */
export type RestoreStep = { readonly title: string; readonly changes: readonly string[] } & (
  | { readonly kind: "scheme"; readonly scheme: BackedUpScheme; readonly now: PermissionScheme | undefined }
  | { readonly kind: "actors"; readonly project: ProjectId; readonly role: RoleId; readonly actors: RoleActors }
  | { readonly kind: "association"; readonly project: ProjectId; readonly scheme: string }
);

/**
 * What has to be written so that the site grants again what it did, in an order in which nobody loses access meanwhile:
 * schemes, people, then which project uses which scheme. An object is known by its id, a deleted scheme by its name.
 * @param now what the same projects grant now, with every scheme of the site.
 */
export function planRestore(backup: Backup, now: FoundAccess): readonly RestoreStep[] {
  return [
    ...backup.schemes.flatMap((scheme) => restoreScheme(scheme, now)),
    ...backup.projects.flatMap((project) => restoreActors(project, now)),
    ...backup.projects.flatMap((project) => restoreAssociation(project, backup, now)),
  ];
}

/** The site's scheme that a backed-up one is. */
export function schemeNow({ id, name }: BackedUpScheme, { schemes }: FoundAccess): PermissionScheme | undefined {
  return schemes.find((one) => one.id === id) ?? schemes.find((one) => one.name === name);
}

function restoreScheme(scheme: BackedUpScheme, found: FoundAccess): RestoreStep[] {
  const now = schemeNow(scheme, found);
  const title = `permission scheme ${JSON.stringify(scheme.name)}${now === undefined ? ", which is gone" : ""}`;
  const changes = [
    ...(now === undefined || now.name === scheme.name ? [] : [`~ name, now ${JSON.stringify(now.name)}`]),
    ...(now === undefined || now.description === scheme.description ? [] : ["~ description"]),
    ...difference(grantTexts(now?.grants ?? []), grantTexts(scheme.grants)),
  ];
  return now !== undefined && changes.length === 0 ? [] : [{ kind: "scheme", title, changes, scheme, now }];
}

function restoreActors({ id, key, roles }: Backup["projects"][number], now: FoundAccess): RestoreStep[] {
  const held = now.projects.find((one) => one.id === id)?.actors;
  if (held === undefined) return [];
  const all = new Set([...roles.map((role) => role.id), ...held.keys()]);
  return [...all].flatMap((role): RestoreStep[] => {
    const before = roles.find((one) => one.id === role);
    const name = before?.name ?? now.roles.find((one) => one.id === role)?.name ?? role;
    const changes = difference(actorTexts(held.get(role)), actorTexts(before));
    if (changes.length === 0) return [];
    const actors = { users: before?.users ?? [], groups: before?.groups ?? [] };
    return [{ kind: "actors", title: `role ${JSON.stringify(name)} in ${key}`, changes, project: id, role, actors }];
  });
}

function restoreAssociation(
  { id, key, scheme }: Backup["projects"][number],
  backup: Backup,
  now: FoundAccess,
): RestoreStep[] {
  const project = now.projects.find((one) => one.id === id);
  const before = backup.schemes.find((one) => one.id === scheme);
  if (project === undefined || before === undefined) return [];
  if (project.scheme === (schemeNow(before, now)?.id ?? "gone")) return [];
  const current = now.schemes.find((one) => one.id === project.scheme)?.name ?? project.scheme;
  const changes = [`~ ${JSON.stringify(current)} → ${JSON.stringify(before.name)}`];
  return [{ kind: "association", title: `permission scheme of ${key}`, changes, project: id, scheme }];
}

type Texts = ReadonlyMap<string, string>;

/** What was there before and is not now, and the other way round; told apart by ids, so that a rename is no difference. */
function difference(now: Texts, before: Texts): string[] {
  const missing = [...before].flatMap(([id, text]) => (now.has(id) ? [] : `+ ${text}`));
  const extra = [...now].flatMap(([id, text]) => (before.has(id) ? [] : `- ${text}`));
  return [...missing.sort(), ...extra.sort()];
}

function grantTexts(grants: Readonly<BackedUpScheme["grants"]>): Texts {
  const written = grants.filter(({ permission }) => !isHiddenPermission(permission));
  return new Map(
    written.map(({ permission, holder, holderId = holder.name }) => [
      `${permission} ${holder.type} ${holderId}`,
      `${permission} ${formatHolder(holder)}`,
    ]),
  );
}

function actorTexts(actors: RoleActors | undefined): Texts {
  const texts = (what: string, list: readonly { readonly id: string; readonly name: string }[]) =>
    list.map(({ id, name }) => [`${what} ${id}`, `${what} ${name}`] as const);
  return new Map([...texts("user", actors?.users ?? []), ...texts("group", actors?.groups ?? [])]);
}
