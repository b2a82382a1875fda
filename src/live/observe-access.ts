import type { Directory } from "../client/directory.js";
import { listProducts } from "../client/product.js";
import { byId } from "../model/by-id.js";
import type { PermissionKey } from "../model/grant.js";
import type { Group } from "../model/group.js";
import type { HeldPermissions } from "../model/held-permissions.js";
import type { AccountId, RoleId } from "../model/ids.js";
import type { SiteAccess } from "../model/site-access.js";
import { decidingGroups } from "./deciding-groups.js";
import { observeAccounts, observeEveryAccount } from "./observe-accounts.js";
import { observeProjectAccess } from "./observe-project-access.js";
import { observeSecurityLevels } from "./observe-security-levels.js";

/** Which part of a site's access to read. */
export interface AccessQuestion {
  readonly accounts: readonly AccountId[] | "all";
  /** Keys of projects, also those from before they were renamed. */
  readonly projects: readonly string[] | "all";
  /** The permissions that matter, to be named with those that they need; all unless given. */
  readonly permissions?: readonly PermissionKey[];
  /** Groups and roles that are about to decide, although they do not yet; none unless given. */
  readonly also?: { readonly groups: readonly Group[]; readonly roles: readonly RoleId[] };
  /** Whether to read the site's list of roles too; who holds a role is known without it. */
  readonly roles?: true;
  /** What the site said about accounts; the global permissions come from there. */
  readonly held?: ReadonlyMap<AccountId, HeldPermissions>;
}

/**
 * Reads what decides about the access of accounts to projects, in few requests. What there is not on the site is absent.
 * Needs ADMINISTER, USER_PICKER, `read:jira-work`, `read:jira-user` and `manage:jira-configuration`.
 * @throws JiraError
 */
export async function observeAccess(directory: Directory, question: AccessQuestion): Promise<SiteAccess> {
  const { client } = directory;
  const asked = question.permissions;
  const matters = (permission: PermissionKey) => asked === undefined || asked.includes(permission);
  const [products, { projects, schemes }, roles, named] = await Promise.all([
    listProducts(client),
    observeSecurityLevels(client).then((levels) =>
      observeProjectAccess(directory, question.projects, { matters, levels, also: question.also?.roles ?? [] }),
    ),
    question.roles === undefined ? new Map() : directory.roles.all(),
    question.accounts === "all" ? undefined : observeAccounts(client, question.accounts),
  ]);
  const productGroups = products.flatMap(({ groups }) => groups);
  const groups = [...productGroups, ...decidingGroups(schemes, projects, matters), ...(question.also?.groups ?? [])];
  const accounts = named ?? (await observeEveryAccount(directory, groups));
  return {
    accounts: accounts.byId,
    groups: byId([...groups, ...accounts.groups]),
    products: products.map(({ groups, ...product }) => ({ ...product, groups: groups.map(({ id }) => id) })),
    roles,
    schemes,
    projects,
    globalPermissions: new Map([...(question.held ?? [])].map(([id, { global }]) => [id, global])),
  };
}
