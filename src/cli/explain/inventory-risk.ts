import { indexAccess } from "../../analysis/access/access-index.js";
import { inventoryPermissions, type RiskInventory, takeInventory } from "../../analysis/access/risk-inventory.js";
import { permissions } from "../../catalogue/permissions.js";
import type { Risk } from "../../catalogue/risk.js";
import { countCalls } from "../../client/count-calls.js";
import { createDirectory, type Directory } from "../../client/directory.js";
import { observeAccess } from "../../live/observe-access.js";
import type { Account } from "../../model/account.js";
import type { PermissionKey } from "../../model/grant.js";
import type { AccountId } from "../../model/ids.js";
import { findAccount } from "./find-account.js";

/** Who can do what leads to one risk. */
export interface RiskReport extends RiskInventory {
  readonly site: string;
  readonly risk: Risk;
  readonly permissions: readonly PermissionKey[];
  /** Global permissions of the same risk: Jira's API tells who has them only account by account. */
  readonly leftOut: readonly PermissionKey[];
  readonly accounts: ReadonlyMap<AccountId, Account>;
  /** How many requests it took. */
  readonly requests: number;
}

/**
 * Reads who has permissions of a risk, by person and project: everybody, or one account. Needs what `observeAccess` needs.
 * @throws JiraError
 */
export async function inventoryRisk(
  given: Directory,
  risk: Risk,
  { account, stack }: { readonly account?: string | undefined; readonly stack?: string | undefined },
): Promise<RiskReport> {
  const { client, calls } = countCalls(given.client);
  const directory = createDirectory(client);
  const ofRisk = Object.entries(permissions).filter(([, permission]) => permission.risk === risk);
  const atLevel = (wanted: string) => ofRisk.filter(([, { level }]) => level === wanted).map(([key]) => key);
  const asked = atLevel("project");
  const site = await observeAccess(directory, {
    accounts: account === undefined ? "all" : [await findAccount(directory, account, stack)],
    projects: "all",
    permissions: inventoryPermissions(asked),
  });
  const requests = [...calls.values()].reduce((sum, made) => sum + made, 0);
  const inventory = takeInventory(indexAccess(site), asked);
  return {
    site: client.site,
    risk,
    permissions: asked,
    leftOut: atLevel("global"),
    accounts: site.accounts,
    ...inventory,
    requests,
  };
}
