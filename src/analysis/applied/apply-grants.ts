import { isHiddenPermission } from "../../catalogue/permissions.js";
import type { DesiredAccess, DesiredScheme } from "../../model/desired-access.js";
import type { Grant } from "../../model/grant.js";
import { formatHolder } from "../../model/holder.js";
import type { SchemeId } from "../../model/ids.js";
import type { SiteGrant } from "../../model/permission-scheme.js";
import { isAppRole } from "../../model/project-role.js";
import type { SiteAccess } from "../../model/site-access.js";
import { newSchemeId } from "./create-declared.js";
import type { SiteNames } from "./site-names.js";

/**
 * The site with the whole lists of grants that are declared, then with those of single holders. A new scheme without a
 * list is taken away: what Jira puts into it is not known.
 */
export function applyGrants(site: SiteAccess, desired: DesiredAccess, names: SiteNames): SiteAccess {
  const schemes = new Map(site.schemes);
  const edit = (id: SchemeId, change: (grants: readonly SiteGrant[]) => readonly SiteGrant[]): void => {
    const scheme = schemes.get(id);
    if (scheme !== undefined) schemes.set(id, { ...scheme, grants: change(scheme.grants) });
  };
  for (const scheme of desired.schemes) {
    const id = names.scheme({ declared: scheme.key });
    if (id === undefined) continue;
    if (scheme.grants !== undefined) edit(id, (held) => wholeList(scheme, held, names));
    else if (id === newSchemeId(scheme.name)) schemes.delete(id);
  }
  for (const { scheme, holder: written, permissions } of desired.holderGrants) {
    const id = names.scheme(scheme);
    const holder = names.holder(written);
    if (id === undefined || holder === undefined) continue;
    const isOthers = (grant: SiteGrant) => grant.holder.type !== written.type || grant.holderId !== holder.holderId;
    edit(id, (held) => [
      ...held.filter(isOthers),
      ...permissions.flatMap((permission) => toSiteGrant({ permission, holder: written }, names)),
    ]);
  }
  return { ...site, schemes };
}

function wholeList({ grants = [] }: DesiredScheme, held: readonly SiteGrant[], names: SiteNames): readonly SiteGrant[] {
  const declared = grants.flatMap((grant) => toSiteGrant(grant, names));
  const known = new Set(declared.map(({ id }) => id));
  const kept = held.filter((grant) => isLeftAlone(grant) && !known.has(idOf(grant)));
  return [...declared, ...kept];
}

function toSiteGrant({ permission, holder }: Grant, names: SiteNames): SiteGrant[] {
  const identified = names.holder(holder);
  return identified === undefined ? [] : [{ id: idOf({ permission, holder }), permission, ...identified }];
}

/** What Jira keeps in a scheme whatever list is written: its hidden permissions, and the role of apps. */
function isLeftAlone({ permission, holder }: Grant): boolean {
  return isHiddenPermission(permission) || isAppRole(holder);
}

function idOf({ permission, holder }: Grant): string {
  return `${permission} ${formatHolder(holder)}`;
}
