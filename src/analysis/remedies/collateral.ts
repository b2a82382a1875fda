import type { AccessPath } from "../../model/access-path.js";
import type { PermissionKey } from "../../model/grant.js";
import type { Group } from "../../model/group.js";
import type { RoleId } from "../../model/ids.js";
import type { Membership } from "../../model/membership.js";
import type { PermissionScheme } from "../../model/permission-scheme.js";
import type { ProjectAccess } from "../../model/site-access.js";
import type { AccessIndex } from "../access/access-index.js";
import { findPaths } from "../access/find-paths.js";

/** What one membership gives, whatever else gives the same. */
export interface Collateral {
  readonly of: Membership;
  /** The names of the products that it is a licence for. */
  readonly products: readonly string[];
  /** The permissions by the keys of those projects that were read. */
  readonly gives: ReadonlyMap<string, readonly PermissionKey[]>;
}

/** What membership gives of each group and role that paths in a project lead through. */
export function findCollateral(
  index: AccessIndex,
  project: ProjectAccess,
  paths: readonly AccessPath[],
): readonly Collateral[] {
  const found = new Map<string, Collateral>();
  for (const { way } of paths) {
    if ("group" in way && way.group !== undefined) found.set(`group ${way.group.id}`, ofGroup(index, way.group));
    if (way.kind === "role") found.set(`role ${way.role.id}`, ofRole(index, project, way.role));
  }
  return [...found.values()];
}

function ofGroup(index: AccessIndex, group: Group): Collateral {
  const { site } = index;
  const products = site.products.filter(({ groups }) => groups.includes(group.id));
  const member = { id: "", displayName: "", active: true, type: "atlassian", groups: new Set([group.id]) } as const;
  const gives = [...site.projects.values()].map((project) => {
    const standpoint = { site, subject: { account: member, products }, project };
    const isThrough = ({ way }: AccessPath) => "group" in way && way.group?.id === group.id;
    const isGiven = (scheme: PermissionScheme, permission: PermissionKey) =>
      findPaths(index, standpoint, scheme, permission).paths.some(isThrough);
    return [project.key, findGiven(index, project, isGiven)] as const;
  });
  return {
    of: { kind: "group", group },
    products: products.map(({ name }) => name),
    gives: new Map(gives.filter(([, permissions]) => permissions.length > 0)),
  };
}

function ofRole(index: AccessIndex, project: ProjectAccess, role: { readonly id: RoleId; readonly name: string }) {
  const isGiven = ({ id }: PermissionScheme, permission: PermissionKey) =>
    (index.grants.get(id)?.get(permission) ?? []).some(
      ({ holder, holderId }) => holder.type === "projectRole" && holderId === role.id,
    );
  const of = { kind: "role", role, project: project.key } as const;
  return { of, products: [], gives: new Map([[project.key, findGiven(index, project, isGiven)]]) };
}

function findGiven(
  { site, grants }: AccessIndex,
  { scheme: id = "" }: ProjectAccess,
  isGiven: (scheme: PermissionScheme, permission: PermissionKey) => boolean,
): readonly PermissionKey[] {
  const scheme = site.schemes.get(id);
  if (scheme === undefined) return [];
  return [...(grants.get(id)?.keys() ?? [])].filter((permission) => isGiven(scheme, permission)).sort();
}
