import { needsOf } from "../../catalogue/permissions.js";
import { isIssueWay } from "../../model/access-path.js";
import type { PermissionKey } from "../../model/grant.js";
import type { PermissionScheme } from "../../model/permission-scheme.js";
import type { Remedy } from "../../model/remedy.js";
import type { AccountAccess, ProjectAccess, SiteAccess } from "../../model/site-access.js";
import type { AccessIndex } from "../access/access-index.js";
import { decide, type Question } from "../access/effective-permissions.js";
import { findPaths } from "../access/find-paths.js";
import { nameGroup } from "../access/name-group.js";
import { describeSubject } from "../access/subject.js";
import { smallestHits } from "./smallest-hits.js";

/**
 * The smallest sets of changes after which an account has a permission in a project on every issue, and all that it needs;
 * no part of a set is enough. Empty where it has it, or where the model cannot tell.
 */
export function grantAccess(index: AccessIndex, question: Question): readonly Remedy[][] {
  const { site } = index;
  const account = site.accounts.get(question.account);
  const project = site.projects.get(question.project);
  const scheme = site.schemes.get(project?.scheme ?? "");
  const { outcome } = decide(index, question);
  if (account === undefined || project === undefined || scheme === undefined) return [];
  if (outcome === "allowed" || outcome === "unknown") return [];
  const lacks = [
    ...activations(account),
    ...licences(site, account),
    ...missing(index, account, project, scheme, question.permission).map((permission) =>
      gains(site, account, project, scheme, permission),
    ),
  ];
  return smallestHits<Remedy>(lacks, JSON.stringify);
}

function activations({ active }: AccountAccess): Remedy[][] {
  return active ? [] : [[{ kind: "activate" }]];
}

function licences(site: SiteAccess, account: AccountAccess): Remedy[][] {
  if (describeSubject(site, { ...account, active: true }).barred === undefined) return [];
  const ids = new Set(site.products.flatMap(({ groups }) => groups));
  return [[...ids].map((id) => ({ kind: "join-group", group: nameGroup(site, id) }))];
}

function missing(
  index: AccessIndex,
  account: AccountAccess,
  project: ProjectAccess,
  scheme: PermissionScheme,
  permission: PermissionKey,
): readonly PermissionKey[] {
  const standpoint = { site: index.site, subject: describeSubject(index.site, account), project };
  return [permission, ...needsOf(permission)].filter((key) =>
    findPaths(index, standpoint, scheme, key).paths.every(({ way }) => isIssueWay(way)),
  );
}

/** The single changes that give one permission: to be where it is granted already, or a grant to the account. */
function gains(
  site: SiteAccess,
  account: AccountAccess,
  project: ProjectAccess,
  { id, name, grants }: PermissionScheme,
  permission: PermissionKey,
): Remedy[] {
  const place = { id: project.id, key: project.key };
  const joins = grants
    .filter((grant) => grant.permission === permission)
    .flatMap(({ holder, holderId = "" }): Remedy[] => {
      if (holder.type === "group") return [{ kind: "join-group", group: nameGroup(site, holderId) }];
      if (holder.type === "applicationRole") return joinProduct(site, holderId);
      if (holder.type !== "projectRole") return [];
      const role = { id: holderId, name: holder.name ?? holderId };
      const inRole = project.actors.get(holderId)?.groups ?? [];
      return [
        { kind: "join-role", project: place, role },
        ...inRole.map((group): Remedy => ({ kind: "join-group", group: nameGroup(site, group.id) })),
      ];
    });
  const holder = { type: "user", name: account.email ?? account.id } as const;
  return [...joins, { kind: "add-grant", scheme: { id, name }, permission, holder, holderId: account.id }];
}

function joinProduct(site: SiteAccess, key: string): Remedy[] {
  const groups = site.products.find((product) => product.key === key)?.groups ?? [];
  return groups.map((id) => ({ kind: "join-group", group: nameGroup(site, id) }));
}
