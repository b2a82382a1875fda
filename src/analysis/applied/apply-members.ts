import type { DesiredAccess } from "../../model/desired-access.js";
import type { AccountId } from "../../model/ids.js";
import type { AccountAccess, SiteAccess } from "../../model/site-access.js";
import { withAll } from "./create-declared.js";
import type { SiteNames } from "./site-names.js";

/**
 * The site with every declared list of members. What global permissions an account has is not known any more once its
 * groups change, as nobody can tell which groups give them.
 */
export function applyMembers(site: SiteAccess, { groups }: DesiredAccess, names: SiteNames): SiteAccess {
  const lists = groups.flatMap(({ name, members }) => {
    const group = names.group(name);
    if (group === undefined || members === undefined) return [];
    return [{ group, members: new Set<AccountId | undefined>(members.map(names.account)) }];
  });
  const moved = [...site.accounts.values()].flatMap((account): AccountAccess[] => {
    const leaving = lists.filter(({ group, members }) => account.groups.has(group) && !members.has(account.id));
    const joining = lists.filter(({ group, members }) => !account.groups.has(group) && members.has(account.id));
    if (leaving.length + joining.length === 0) return [];
    const left = [...account.groups].filter((id) => !leaving.some(({ group }) => group === id));
    return [{ ...account, groups: new Set([...left, ...joining.map(({ group }) => group)]) }];
  });
  const ids = new Set(moved.map(({ id }) => id));
  return {
    ...site,
    accounts: withAll(site.accounts, moved),
    globalPermissions: new Map([...site.globalPermissions].filter(([id]) => !ids.has(id))),
  };
}
