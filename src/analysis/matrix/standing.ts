import type { GroupId } from "../../model/ids.js";
import type { PermissionScheme } from "../../model/permission-scheme.js";
import type { AccountAccess, ProjectAccess, SiteAccess } from "../../model/site-access.js";

/**
 * Gives each account a text about its standing in a project: accounts of the same text are reached by the same grants. Who
 * is named by itself has a standing of its own.
 */
export function standingsIn(
  { products }: Pick<SiteAccess, "products">,
  { actors, lead }: ProjectAccess,
  { grants }: Pick<PermissionScheme, "grants">,
): (account: AccountAccess) => string {
  const roles = [...actors.values()];
  const ofType = (type: string) =>
    grants.flatMap(({ holder, holderId }) => (holder.type === type ? (holderId ?? []) : []));
  const named = new Set([...roles.flatMap(({ users }) => users.map(({ id }) => id)), ...ofType("user"), lead]);
  const inRoles = roles.flatMap(({ groups }) => groups.map(({ id }) => id));
  const deciding = [...new Set([...products.flatMap(({ groups }) => groups), ...inRoles, ...ofType("group")])];
  const numbers = new Map<GroupId, number>(deciding.map((id, number) => [id, number]));
  return ({ id, active, type, groups }) => {
    if (named.has(id)) return id;
    const own = [...groups].flatMap((group) => numbers.get(group) ?? []).sort((a, b) => a - b);
    return `${active} ${type} ${groups.size > 0} ${own}`;
  };
}
