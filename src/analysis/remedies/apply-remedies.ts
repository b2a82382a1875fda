import type { AccountId, ProjectId, RoleId, SchemeId } from "../../model/ids.js";
import type { SiteGrant } from "../../model/permission-scheme.js";
import type { Remedy } from "../../model/remedy.js";
import type { RoleActors } from "../../model/role-actors.js";
import type { AccountAccess, ProjectAccess, SiteAccess } from "../../model/site-access.js";
import { type AccessIndex, indexAccess } from "../access/access-index.js";

/** The index of the site as it would be after some changes about an account. */
export function remediedIndex({ site }: AccessIndex, account: AccountId, changes: readonly Remedy[]): AccessIndex {
  return indexAccess(changes.reduce((changed, change) => applyRemedy(changed, account, change), site));
}

function applyRemedy(site: SiteAccess, account: AccountId, change: Remedy): SiteAccess {
  switch (change.kind) {
    case "activate":
      return editAccount(site, account, (one) => ({ ...one, active: true }));
    case "join-group":
      return editAccount(site, account, (one) => ({ ...one, groups: new Set([...one.groups, change.group.id]) }));
    case "leave-group":
      return editAccount(site, account, (one) => ({
        ...one,
        groups: new Set([...one.groups].filter((id) => id !== change.group.id)),
      }));
    case "join-role":
      return editActors(site, change.project.id, change.role.id, ({ users, groups }) => ({
        users: [...users, { id: account, name: account }],
        groups,
      }));
    case "leave-role":
      return editActors(site, change.project.id, change.role.id, ({ users, groups }) => ({
        users: users.filter(({ id }) => id !== account),
        groups,
      }));
    case "take-group-out-of-role":
      return editActors(site, change.project.id, change.role.id, ({ users, groups }) => ({
        users,
        groups: groups.filter(({ id }) => id !== change.group.id),
      }));
    case "change-lead":
      return editProject(site, change.project.id, ({ lead: _, ...project }) => project);
    case "add-grant": {
      const { permission, holder, holderId } = change;
      const added = { id: "new", permission, holder, ...(holderId === undefined ? {} : { holderId }) };
      return editGrants(site, change.scheme.id, (grants) => [...grants, added]);
    }
    case "remove-grant":
      return editGrants(site, change.scheme.id, (grants) => grants.filter(({ id }) => id !== change.grant));
  }
}

function editAccount(site: SiteAccess, id: AccountId, edit: (account: AccountAccess) => AccountAccess): SiteAccess {
  return { ...site, accounts: editEntry(site.accounts, id, edit) };
}

function editProject(site: SiteAccess, id: ProjectId, edit: (project: ProjectAccess) => ProjectAccess): SiteAccess {
  return { ...site, projects: editEntry(site.projects, id, edit) };
}

function editActors(site: SiteAccess, id: ProjectId, role: RoleId, edit: (actors: RoleActors) => RoleActors) {
  return editProject(site, id, (project) => ({ ...project, actors: editEntry(project.actors, role, edit) }));
}

function editGrants(site: SiteAccess, id: SchemeId, edit: (grants: readonly SiteGrant[]) => readonly SiteGrant[]) {
  const schemes = editEntry(site.schemes, id, (scheme) => ({ ...scheme, grants: edit(scheme.grants) }));
  return { ...site, schemes };
}

function editEntry<K, V>(map: ReadonlyMap<K, V>, key: K, edit: (value: V) => V): ReadonlyMap<K, V> {
  const value = map.get(key);
  return value === undefined ? map : new Map([...map, [key, edit(value)]]);
}
