import type { GroupId } from "../../model/ids.js";
import type { PermissionScheme } from "../../model/permission-scheme.js";
import type { AccountAccess, ProjectAccess, SiteAccess } from "../../model/site-access.js";

/** What tells accounts apart in a project. */
export interface Standings {
  /** Whether the project or its scheme names the account itself. */
  readonly isNamed: (account: AccountAccess) => boolean;
  /** For accounts that are not named: those of the same text are reached by the same grants. */
  readonly standingOf: (account: AccountAccess) => string;
}

/** What tells accounts apart in a project that uses a scheme. */
export function standingsIn(
  { products }: Pick<SiteAccess, "products">,
  { actors, lead }: ProjectAccess,
  { grants }: Pick<PermissionScheme, "grants">,
): Standings {
  const roles = [...actors.values()];
  const ofType = (type: string) =>
    grants.flatMap(({ holder, holderId }) => (holder.type === type ? (holderId ?? []) : []));
  const named = new Set([...roles.flatMap(({ users }) => users.map(({ id }) => id)), ...ofType("user"), lead]);
  const inRoles = roles.flatMap(({ groups }) => groups.map(({ id }) => id));
  const deciding = [...new Set([...products.flatMap(({ groups }) => groups), ...inRoles, ...ofType("group")])];
  const numbers = new Map<GroupId, number>(deciding.map((id, number) => [id, number]));
  return {
    isNamed: ({ id }) => named.has(id),
    standingOf: ({ active, type, groups }) => {
      const own = [...groups].flatMap((group) => numbers.get(group) ?? []).sort((a, b) => a - b);
      return `${active} ${type} ${groups.size > 0} ${own}`;
    },
  };
}
