import type { Site } from "../live/observe-site.js";
import type { DesiredAccess, Origin } from "../model/desired-access.js";
import type { Grant } from "../model/grant.js";
import { hintNearest } from "../model/nearest.js";
import { type Owner, readDescription } from "../model/ownership.js";
import type { Project } from "../model/project.js";
import { parseSelector, type Selector, select } from "../stack/selectors.js";
import type { Objection } from "./objection.js";

/** Everything about a stack that the site objects to, before anything is written; in no particular order. */
export function checkAgainstSite(desired: DesiredAccess, site: Site, owner: Owner): readonly Objection[] {
  return distinct([
    ...checkPermissions(desired, site),
    ...checkHolders(desired, site),
    ...checkActors(desired, site),
    ...checkMembers(desired, site),
    ...checkProjects(desired, site),
    ...checkSchemeNames(desired, site),
    ...checkOwnership(desired, site, owner),
  ]);
}

function checkPermissions(desired: DesiredAccess, { permissionKeys }: Site): Objection[] {
  const asked = [
    ...listedGrants(desired),
    ...desired.integrationUsers.flatMap(({ permissions, origin }) =>
      permissions.map((permission, index) => ({ permission, origin: [...origin, "permissions", index] })),
    ),
  ];
  const unknown = asked.filter(({ permission }) => !permissionKeys.has(permission));
  return distinct(
    unknown.map(({ permission, origin }) => ({
      origin,
      message: `the site does not know the permission ${permission}${hintNearest(permission, permissionKeys, "its app may not be installed there")}`,
    })),
  );
}

function checkHolders(desired: DesiredAccess, site: Site): Objection[] {
  const roles = knownRoles(desired, site);
  const groups = knownGroups(desired, site);
  return listedGrants(desired).flatMap(({ holder: { type, name }, origin }) => {
    if (name === undefined) return [];
    if (type === "projectRole") return objectTo(roles, "project role", name, origin);
    if (type === "group") return objectTo(groups, "group", name, origin);
    return type === "user" ? checkAccount(name, site, origin) : [];
  });
}

function checkActors(desired: DesiredAccess, site: Site): Objection[] {
  const roles = knownRoles(desired, site);
  const known = knownGroups(desired, site);
  const robots = new Set(desired.integrationUsers.map(({ account }) => account));
  return [
    ...desired.integrationUsers.flatMap(({ account, origin }) => checkAccount(account, site, [...origin, "account"])),
    ...desired.actors.flatMap(({ role, users, groups, origin }) => [
      ...objectTo(roles, "project role", role, origin),
      ...users.flatMap((user, index) =>
        robots.has(user) ? [] : checkAccount(user, site, [...origin, "users", index]),
      ),
      ...groups.flatMap((group, index) => objectTo(known, "group", group, [...origin, "groups", index])),
    ]),
  ];
}

function checkMembers({ groups }: DesiredAccess, site: Site): Objection[] {
  return groups.flatMap(({ members = [], origin }) =>
    members.flatMap((member, index) => checkAccount(member, site, [...origin, "members", index])),
  );
}

function checkProjects(desired: DesiredAccess, { projects }: Site): Objection[] {
  const byKey = new Map(projects.map((project) => [project.key, project]));
  return desired.projects.flatMap(({ selector, origin }) => {
    const chosen = parseSelector(selector);
    if (chosen.type !== "key") {
      return select(selector, projects).length > 0 ? [] : [{ origin, message: nothingFits(chosen, projects) }];
    }
    const { key } = chosen;
    const found = byKey.get(key);
    if (found === undefined) {
      return [{ origin, message: `the site shows no project ${key}${hintNearest(key, byKey.keys(), browse)}` }];
    }
    if (found.management === "company") return [];
    const why = "is team-managed: it keeps its own access rules and uses no permission scheme";
    return [{ origin, message: `project ${key} ${why}; leave it out` }];
  });
}

const browse = "check what is written, and what the acting account may browse";

function nothingFits(chosen: Exclude<Selector, { type: "key" }>, projects: readonly Project[]): string {
  const nothing = "the site shows no company-managed project";
  if (chosen.type === "all") return `${nothing}; ${browse}`;
  if (chosen.type === "pattern") return `${nothing} whose key fits ${chosen.pattern}; ${browse}`;
  const categories = new Set(projects.flatMap(({ category }) => category ?? []));
  return `${nothing} of the category ${JSON.stringify(chosen.name)}${hintNearest(chosen.name, categories, browse)}`;
}

function checkSchemeNames(desired: DesiredAccess, { schemes }: Site): Objection[] {
  const names = new Set([...schemes, ...desired.schemes].map(({ name }) => name));
  return desired.associations.flatMap(({ scheme, origin }) =>
    "site" in scheme ? objectTo(names, "permission scheme", scheme.site, origin) : [],
  );
}

function checkOwnership(desired: DesiredAccess, site: Site, owner: Owner): Objection[] {
  const objections = (
    what: string,
    wanted: readonly { name: string; adopt?: boolean; origin: Origin }[],
    existing: readonly { name: string; description: string }[],
  ): Objection[] =>
    wanted.flatMap(({ name, adopt, origin }) => {
      const found = existing.find((one) => one.name === name);
      if (found === undefined || adopt === true) return [];
      const mark = readDescription(found.description).owner;
      if (mark === owner) return [];
      const whose = mark === undefined ? "was not made by this stack" : `belongs to the stack ${mark}`;
      const where = origin[0] === "integrationUsers" ? "declare it under projectRoles" : "take it over";
      const cure = `${where} with \`adopt: true\`, or choose another name`;
      return [{ origin, message: `the site has a ${what} ${JSON.stringify(name)} already, and it ${whose}; ${cure}` }];
    });
  const roles = site.roles.filter(({ scope }) => scope === undefined);
  return [
    ...objections("permission scheme", desired.schemes, site.schemes),
    ...objections("project role", desired.roles, roles),
  ];
}

function checkAccount(name: string, { accounts, actingAccount }: Site, origin: Origin): Objection[] {
  const account = accounts.get(name);
  if (account === undefined) {
    const hint = name.includes("@") ? "; where Jira hides e-mails, write the accountId" : "; check the accountId";
    const who = actingAccount.email ?? actingAccount.displayName;
    return [{ origin, message: `${who} can see no account ${JSON.stringify(name)} on the site${hint}` }];
  }
  return account.active
    ? []
    : [{ origin, message: `the account ${JSON.stringify(name)} is deactivated; leave it out, or have it activated` }];
}

/** The grants of schemes; those that integration users need elsewhere say nothing that is not judged with the user. */
function listedGrants({ schemes }: DesiredAccess): readonly (Grant & { readonly origin: Origin })[] {
  return schemes.flatMap(({ grants = [] }) => grants);
}

function knownRoles(desired: DesiredAccess, { roles }: Site): ReadonlySet<string> {
  const ofSite = roles.filter(({ scope }) => scope === undefined);
  return new Set([...ofSite, ...desired.roles].map(({ name }) => name));
}

function knownGroups(desired: DesiredAccess, { groups }: Site): ReadonlySet<string> {
  return new Set([...groups.keys(), ...desired.groups.map(({ name }) => name)]);
}

function objectTo(known: ReadonlySet<string>, what: string, name: string, origin: Origin): Objection[] {
  if (known.has(name)) return [];
  const message = `neither the site nor this file has a ${what} ${JSON.stringify(name)}${hintNearest(name, known, "declare it, or make it on the site first")}`;
  return [{ origin, message }];
}

function distinct(objections: readonly Objection[]): Objection[] {
  return [...new Map(objections.map((one) => [`${one.origin.join("/")} ${one.message}`, one])).values()];
}
