import { grantablePermissionKeys } from "../../catalogue/permissions.js";
import { byId } from "../../model/by-id.js";
import type { DesiredAccess, DesiredIntegrationUser } from "../../model/desired-access.js";
import type { Holder } from "../../model/holder.js";
import type { PermissionScheme, SiteGrant } from "../../model/permission-scheme.js";
import type { AccountAccess, ProjectAccess, SiteAccess } from "../../model/site-access.js";
import { applyStack } from "../applied/apply-stack.js";
import { blurAccounts } from "./blur-accounts.js";
import type { Mentions } from "./mentions.js";
import { holderOf, lead, licensed, nameAccount, perhaps, standIns, usersOf } from "./stand-ins.js";
import type { Worlds } from "./worlds.js";

/**
 * What a site may be once a stack is applied to it, as far as the stack's file alone tells: the least and the most. What
 * only the site knows (who is in groups and roles that the file does not list, what other schemes grant, who leads a
 * project) is nothing in the one and everything in the other. Accounts count as active and licensed. Beside those that
 * are mentioned there are stand-ins for people whom no file names.
 * @param mentions what the file mentions, and others that it is compared with.
 */
export function stackWorlds(desired: DesiredAccess, mentions: Mentions): Worlds {
  const least = applyStack(leastSite(desired, mentions), desired);
  const most = applyStack(mostSite(desired, mentions), blurAccounts(desired, mentions.accounts));
  return [least, { ...most, schemes: byId([...most.schemes.values()].map((scheme) => openUp(scheme, desired))) }];
}

function leastSite(desired: DesiredAccess, mentions: Mentions): SiteAccess {
  const accounts = mentions.accounts.map((account) => nameAccount(account, []));
  const schemes = [
    ...mentions.schemes.map((name) => toScheme(name, [])),
    ...mentions.projects.map((key) => toScheme(ownScheme(key), grantsIn(desired, key))),
  ];
  return siteOf(mentions, accounts, [], schemes);
}

function mostSite({ integrationUsers }: DesiredAccess, mentions: Mentions): SiteAccess {
  const accounts = mentions.accounts.map((account) => nameAccount(account, [perhaps, ...mentions.groups]));
  const needed = integrationUsers.flatMap(({ permissions }) => permissions);
  const keys = new Set([...grantablePermissionKeys, ...mentions.permissions, ...needed]);
  const all = [...keys].map((permission) => toGrant(permission, { type: "anyone" }));
  const names = [...mentions.schemes, ...mentions.projects.map(ownScheme)];
  return siteOf(
    mentions,
    accounts,
    accounts,
    names.map((name) => toScheme(name, all)),
  );
}

/** A site with these accounts, of which some hold every role everywhere and use every product. */
function siteOf(
  mentions: Mentions,
  accounts: readonly AccountAccess[],
  insiders: readonly AccountAccess[],
  schemes: readonly PermissionScheme[],
): SiteAccess {
  const groups = [licensed, perhaps, ...mentions.groups, ...mentions.products.map(usersOf)];
  const users = insiders.map(({ id }) => ({ id, name: id }));
  const projects = mentions.projects.map((key): ProjectAccess => {
    const actors = mentions.roles.map((role) => {
      return [role, { users: [...users, { id: holderOf(role), name: role }], groups: [] }] as const;
    });
    return { id: key, key, name: key, management: "company", lead, scheme: ownScheme(key), actors: new Map(actors) };
  });
  return {
    accounts: byId([...accounts, ...standIns(mentions)]),
    groups: byId(groups.map((name) => ({ id: name, name }))),
    products: [
      { key: "", name: "Jira", groups: [licensed] },
      ...mentions.products.map((key) => ({ key, name: key, groups: [usersOf(key), perhaps] })),
    ],
    roles: byId(mentions.roles.map((name) => ({ id: name, name, description: "" }))),
    schemes: byId(schemes),
    projects: byId(projects),
    globalPermissions: new Map(),
  };
}

/** A scheme with what it grants to whoever may lead a project, and to integrations whose projects may use it. */
function openUp(scheme: PermissionScheme, desired: DesiredAccess): PermissionScheme {
  const leads = scheme.grants
    .filter(({ holder }) => holder.type === "projectLead")
    .map(({ permission }) => toGrant(permission, { type: "group", name: perhaps }));
  const associated = new Set(desired.associations.map(({ project }) => project));
  const strays = desired.integrationUsers.filter(({ projects }) => projects.some((key) => !associated.has(key)));
  return { ...scheme, grants: [...scheme.grants, ...leads, ...strays.flatMap(grantsOf)] };
}

/** What integrations are granted in a project, whatever its scheme is. */
function grantsIn({ integrationUsers }: DesiredAccess, project: string): readonly SiteGrant[] {
  return integrationUsers.filter(({ projects }) => projects.includes(project)).flatMap(grantsOf);
}

function grantsOf({ role, permissions }: DesiredIntegrationUser): readonly SiteGrant[] {
  return permissions.map((permission) => toGrant(permission, { type: "projectRole", name: role }));
}

function toGrant(permission: string, holder: Holder): SiteGrant {
  const id = `${permission} ${holder.name ?? holder.type}`;
  return { id, permission, holder, ...(holder.name === undefined ? {} : { holderId: holder.name }) };
}

function toScheme(name: string, grants: readonly SiteGrant[]): PermissionScheme {
  return { id: name, name, description: "", grants };
}

/** The name of the scheme of a project of which the file says none. */
function ownScheme(project: string): string {
  return `site's scheme of ${project}`;
}
