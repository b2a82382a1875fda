import type { SchemeGrant, SiteScheme } from "../state/state.js";
import type { Viewing } from "./account.js";
import { toHolder } from "./holder.js";
import { readList } from "./page.js";

/** The parts of a scheme that a request wants written out. */
export type SchemeExpand = readonly string[];

/** Every word that `expand` understands. */
export const schemeExpands = ["permissions", "user", "group", "projectRole", "field", "all"] as const;

const expandable = "user,group,projectRole,field,all";

/** The known words of a request's `expand`. */
export function readSchemeExpand(query: URLSearchParams): SchemeExpand {
  const known: readonly string[] = schemeExpands;
  return readList(query, "expand").filter((word) => known.includes(word));
}

/** A scheme; its grants are there as soon as anything is expanded. */
export function toScheme(viewing: Viewing, scheme: SiteScheme, expand: SchemeExpand): unknown {
  return {
    expand: expandable,
    id: scheme.id,
    self: `${viewing.url}/rest/api/3/permissionscheme/${scheme.id}`,
    name: scheme.name,
    description: scheme.description,
    ...(expand.length === 0 ? {} : { permissions: toGrants(viewing, scheme, expand) }),
  };
}

/** The grants of a scheme in the form of their own list. */
export function toGrantList(viewing: Viewing, scheme: SiteScheme, expand: SchemeExpand): unknown {
  return { expand: expandable, permissions: toGrants(viewing, scheme, expand) };
}

/** One grant of a scheme. */
export function toGrant(viewing: Viewing, scheme: SiteScheme, grant: SchemeGrant, expand: SchemeExpand): unknown {
  return {
    id: grant.id,
    self: `${viewing.url}/rest/api/3/permissionscheme/${scheme.id}/permission/${grant.id}`,
    holder: toHolder(viewing, grant.holder, expand),
    permission: grant.permission,
  };
}

function toGrants(viewing: Viewing, scheme: SiteScheme, expand: SchemeExpand): unknown[] {
  return scheme.grants.map((grant) => toGrant(viewing, scheme, grant, expand));
}
