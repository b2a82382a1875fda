import { needsOf } from "../../catalogue/permissions.js";
import type { PermissionKey } from "../../model/grant.js";
import type { AccountId, GroupId } from "../../model/ids.js";
import type { IdentifiedHolder, ProjectAccess, SiteAccess } from "../../model/site-access.js";
import type { Verdict } from "../../model/verdict.js";
import type { AccessIndex } from "./access-index.js";
import { decide } from "./effective-permissions.js";

/** A permission that somebody has in a project. */
export interface Holding {
  readonly account: AccountId;
  readonly project: string;
  readonly permission: PermissionKey;
  readonly verdict: Verdict;
}

/** A grant to nobody in particular: everybody, or whoever an issue names. */
interface OpenGrant extends IdentifiedHolder {
  readonly project: string;
  readonly permission: PermissionKey;
  readonly scheme: string;
}

/** Who has some permissions, by person and project. */
export interface RiskInventory {
  readonly holdings: readonly Holding[];
  /** Grants that make no holding of anybody: they stand for all who can log in, or depend on an issue. */
  readonly openGrants: readonly OpenGrant[];
  /** The keys of projects that keep their own rules: nothing is known of them. */
  readonly unknownProjects: readonly string[];
}

/** Who among the accounts that were read has any of the permissions, in each project that was read. */
export function takeInventory(index: AccessIndex, permissions: readonly PermissionKey[]): RiskInventory {
  const { site } = index;
  const membersOf = groupMembers(site);
  const projects = [...site.projects.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const known = projects.filter(({ scheme }) => scheme !== undefined);
  const asked = known.flatMap((project) => permissions.map((permission) => ({ project, permission })));
  return {
    unknownProjects: projects.filter(({ scheme }) => scheme === undefined).map(({ key }) => key),
    holdings: asked.flatMap(({ project, permission }) => {
      const candidates = new Set(
        grantsOf(index, project, permission).flatMap((grant) => named(site, project, grant, membersOf)),
      );
      return [...candidates].flatMap((account) => {
        const verdict = decide(index, { account, project: project.id, permission });
        const isHeld = verdict.outcome === "allowed" || verdict.outcome === "conditional";
        return isHeld ? [{ account, project: project.key, permission, verdict }] : [];
      });
    }),
    openGrants: asked.flatMap(({ project, permission }) =>
      grantsOf(index, project, permission)
        .filter(({ holder: { type, name } }) => isOpen(type, name))
        .map(({ holder }) => ({
          holder,
          project: project.key,
          permission,
          scheme: site.schemes.get(project.scheme ?? "")?.name ?? "",
        })),
    ),
  };
}

/** The permissions to read for an inventory of some: these, and those that they need. */
export function inventoryPermissions(permissions: readonly PermissionKey[]): readonly PermissionKey[] {
  return [...new Set(permissions.flatMap((permission) => [permission, ...needsOf(permission)]))];
}

function grantsOf({ grants }: AccessIndex, { scheme = "" }: ProjectAccess, permission: PermissionKey) {
  return grants.get(scheme)?.get(permission) ?? [];
}

/** The accounts that a holder names, or whose membership it names. */
function named(
  site: SiteAccess,
  project: ProjectAccess,
  { holder, holderId = "" }: IdentifiedHolder,
  membersOf: ReadonlyMap<GroupId, readonly AccountId[]>,
): readonly AccountId[] {
  const inGroups = (ids: readonly GroupId[]) => ids.flatMap((id) => membersOf.get(id) ?? []);
  switch (holder.type) {
    case "user":
      return site.accounts.has(holderId) ? [holderId] : [];
    case "group":
      return inGroups([holderId]);
    case "projectLead":
      return project.lead !== undefined && site.accounts.has(project.lead) ? [project.lead] : [];
    case "applicationRole":
      return inGroups(site.products.find(({ key }) => key === holderId)?.groups ?? []);
    case "projectRole": {
      const { users = [], groups = [] } = project.actors.get(holderId) ?? {};
      const direct = users.map(({ id }) => id).filter((id) => site.accounts.has(id));
      return [...direct, ...inGroups(groups.map(({ id }) => id))];
    }
    default:
      return [];
  }
}

function isOpen(type: IdentifiedHolder["holder"]["type"], name: string | undefined): boolean {
  if (type === "applicationRole") return name === undefined;
  return ["anyone", "reporter", "assignee", "userCustomField", "groupCustomField"].includes(type);
}

function groupMembers({ accounts }: SiteAccess): ReadonlyMap<GroupId, readonly AccountId[]> {
  const pairs = [...accounts.values()].flatMap(({ id, groups }) => [...groups].map((group) => ({ id, group })));
  const byGroup = Map.groupBy(pairs, ({ group }) => group);
  return new Map([...byGroup].map(([group, members]) => [group, members.map(({ id }) => id)]));
}
