import type { PermissionKey } from "../../model/grant.js";
import type { SchemeId } from "../../model/ids.js";
import type { PermissionScheme, SiteGrant } from "../../model/permission-scheme.js";
import type { SiteAccess } from "../../model/site-access.js";

/** A site together with what makes questions about it cheap; to be made once a site. */
export interface AccessIndex {
  readonly site: SiteAccess;
  /** The grants of each scheme by permission. */
  readonly grants: ReadonlyMap<SchemeId, ReadonlyMap<PermissionKey, readonly SiteGrant[]>>;
}

/** The index of a site. */
export function indexAccess(site: SiteAccess): AccessIndex {
  const grants = [...site.schemes.values()].map((scheme) => [scheme.id, byPermission(scheme)] as const);
  return { site, grants: new Map(grants) };
}

function byPermission({ grants }: PermissionScheme): ReadonlyMap<PermissionKey, readonly SiteGrant[]> {
  return Map.groupBy(grants, ({ permission }) => permission);
}
