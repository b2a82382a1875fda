import { isHiddenPermission } from "../../catalogue/permissions.js";
import type { ResolvedGrant } from "../../client/permission-scheme.js";
import { type Grant, type GrantMap, toGrantMap, toGrants } from "../../model/grant.js";
import { formatHolder } from "../../model/holder.js";
import type { PermissionScheme, SiteGrant } from "../../model/permission-scheme.js";
import { isAppRole } from "../../model/project-role.js";
import { declaredHolder, type Ids } from "../resolve.js";

/** The grants of a scheme as people would declare them: under declared names, and without what is left alone. */
export function readGrants(scheme: PermissionScheme, declared: GrantMap, ids: Ids): GrantMap {
  const grants = scheme.grants.map(({ permission, holder, holderId }): Grant & { text: string } => {
    const text = declaredHolder(holder, holderId, ids);
    return { permission, holder: text === formatHolder(holder) ? holder : { ...holder, name: nameIn(text) }, text };
  });
  return toGrantMap(grants.filter((grant) => declared[grant.permission]?.[grant.text] || !isLeftAlone(grant)));
}

/** The whole list to write so that a scheme holds what is declared, and what is left alone stays. */
export function toWholeList(scheme: PermissionScheme, declared: GrantMap, ids: Ids): readonly ResolvedGrant[] {
  const wanted = toGrants(declared).map((grant) => resolved(grant, ids[formatHolder(grant.holder)]));
  const wantedKeys = new Set(wanted.map(identity));
  const kept = scheme.grants.filter(
    (grant) => isAppRole(grant.holder) && !isHiddenPermission(grant.permission) && !wantedKeys.has(identity(grant)),
  );
  return [...wanted, ...kept];
}

/** Whether a scheme holds these grants and no others beside what is left alone, which Jira puts back by itself. */
export function holdsExactly(scheme: PermissionScheme, wanted: readonly ResolvedGrant[]): boolean {
  const held = new Set(scheme.grants.map(identity));
  const wantedKeys = new Set(wanted.map(identity));
  return (
    wanted.every((grant) => held.has(identity(grant))) &&
    scheme.grants.every((grant) => wantedKeys.has(identity(grant)) || isLeftAlone(grant))
  );
}

function resolved(grant: Grant, holderId: string | undefined): ResolvedGrant {
  return holderId === undefined ? grant : { ...grant, holderId };
}

/** What makes two grants the same to Jira: the permission, and the holder by type and id. */
function identity({ permission, holder, holderId }: ResolvedGrant | SiteGrant): string {
  return `${permission} ${holder.type} ${holderId ?? holder.name ?? ""}`;
}

function isLeftAlone({ permission, holder }: Grant): boolean {
  return isHiddenPermission(permission) || isAppRole(holder);
}

function nameIn(holderText: string): string {
  return holderText.slice(holderText.indexOf(":") + 1);
}
