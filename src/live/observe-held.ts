import type { Directory } from "../client/directory.js";
import { byLevel, checkPermissions, type LevelledPermissions, listPermissions } from "../client/permission.js";
import type { HeldPermissions } from "../model/held-permissions.js";
import type { AccountId } from "../model/ids.js";
import type { SiteAccess } from "../model/site-access.js";

/** What the site alone can tell: who holds what on the whole site, and in projects whose rules are in no scheme. */
export interface SiteHoldings {
  readonly permissions: LevelledPermissions;
  readonly held: ReadonlyMap<AccountId, HeldPermissions>;
}

/**
 * Asks a site what each of the accounts that were read holds where nothing else tells. Takes a request for each account
 * that is active; others hold nothing. Needs ADMINISTER and `read:jira-work`.
 * @param tell is called with the number of accounts that were asked about, and of those to ask about.
 * @throws JiraError
 */
export async function observeHeld(
  { client }: Directory,
  { accounts, projects }: Pick<SiteAccess, "accounts" | "projects">,
  tell: (asked: number, all: number) => void = () => {},
): Promise<SiteHoldings> {
  const permissions = byLevel(await listPermissions(client));
  const team = [...projects.values()].flatMap(({ id, scheme }) => (scheme === undefined ? [id] : []));
  const active = [...accounts.values()].filter((account) => account.active);
  let asked = 0;
  const held = active.map(async ({ id }) => {
    const own = await checkPermissions(client, { account: id, ...permissions, projects: team });
    tell(++asked, active.length);
    return [id, own] as const;
  });
  const nothing = [...accounts.keys()].map((id) => [id, { global: new Set<string>(), inProjects: new Map() }] as const);
  return { permissions, held: new Map([...nothing, ...(await Promise.all(held))]) };
}
