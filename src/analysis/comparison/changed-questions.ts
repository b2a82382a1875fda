import { grantablePermissionKeys, needsOf } from "../../catalogue/permissions.js";
import type { PermissionKey } from "../../model/grant.js";
import type { SiteGrant } from "../../model/permission-scheme.js";
import type { AccountAccess, ProjectAccess, SiteAccess } from "../../model/site-access.js";
import type { Question } from "../access/effective-permissions.js";
import type { Worlds } from "../worlds/worlds.js";

/**
 * The questions whose answers may differ between two states: everything that is granted in a project for accounts whose
 * groups changed, and what a project's own change touches for all others. Answers to other questions are the same.
 */
export function* changedQuestions(before: Worlds, after: Worlds): Generator<Question> {
  const accounts = [...after[0].accounts.keys()];
  const licences = textOf(before, ({ products }) => products) !== textOf(after, ({ products }) => products);
  const moved = new Set(accounts.filter((id) => licences || accountText(before, id) !== accountText(after, id)));
  for (const project of after[0].projects.keys()) {
    const own = changedPermissions(before, after, project);
    const all = moved.size === 0 ? own : grantedIn([...before, ...after], project);
    for (const account of accounts) {
      for (const permission of moved.has(account) ? all : own) yield { account, project, permission };
    }
  }
}

/** The permissions that a change of the project itself touches, with those that need them. */
function changedPermissions(before: Worlds, after: Worlds, project: string): readonly PermissionKey[] {
  const all = grantedIn([...before, ...after], project);
  if (standingText(before, project) !== standingText(after, project)) return all;
  const touched = new Set(all.filter((key) => grantText(before, project, key) !== grantText(after, project, key)));
  return all.filter((key) => touched.has(key) || needsOf(key).some((need) => touched.has(need)));
}

/** Every permission that a project's scheme grants in one of the worlds; where that is not known, every permission. */
function grantedIn(worlds: readonly SiteAccess[], project: string): readonly PermissionKey[] {
  const keys = worlds.flatMap((site): readonly PermissionKey[] => {
    return grantsIn(site, project)?.map(({ permission }) => permission) ?? grantablePermissionKeys;
  });
  return [...new Set(keys)];
}

/** The grants of a project's scheme; undefined where they are not known. */
function grantsIn(site: SiteAccess, project: string): readonly SiteGrant[] | undefined {
  return site.schemes.get(site.projects.get(project)?.scheme ?? "")?.grants;
}

function grantText(worlds: Worlds, project: string, permission: PermissionKey): string {
  return textOf(worlds, (site) =>
    grantsIn(site, project)
      ?.filter((grant) => grant.permission === permission)
      .map(({ holder, holderId }) => `${holder.type} ${holderId ?? holder.name ?? ""}`)
      .sort(),
  );
}

/** Who holds what role, who leads, and whether the scheme is known at all. */
function standingText(worlds: Worlds, id: string): string {
  return textOf(worlds, ({ projects, schemes }) => {
    const project = projects.get(id);
    return project === undefined ? undefined : [project.lead, schemes.has(project.scheme ?? ""), actorsOf(project)];
  });
}

function actorsOf({ actors }: ProjectAccess): readonly unknown[] {
  return [...actors]
    .map(([role, { users, groups }]) => [role, idsOf(users), idsOf(groups)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return items.map(({ id }) => id).sort();
}

function accountText(worlds: Worlds, id: string): string {
  return textOf(worlds, ({ accounts }) => describe(accounts.get(id)));
}

function describe(account: AccountAccess | undefined): unknown {
  return account && [account.active, account.type, [...account.groups].sort()];
}

function textOf(worlds: Worlds, describe: (site: SiteAccess) => unknown): string {
  return JSON.stringify(worlds.map(describe));
}
