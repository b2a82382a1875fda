import { refuse } from "../../refusal.js";
import { type SchemeGrant, type Site, takeId } from "../../state/state.js";
import { isKnownPermission } from "./known-permissions.js";
import { isSameHolder, resolveHolder, type SentHolder } from "./resolve-holder.js";

/** A grant as clients send it. */
export interface SentGrant {
  readonly permission: string;
  readonly holder: SentHolder;
}

/** A grant that has no id yet. */
export type NewGrant = Omit<SchemeGrant, "id">;

const notForCustomers = ["ARCHIVE_ISSUES", "UNARCHIVE_ISSUES", "VIEW_AGGREGATED_DATA"];

/**
 * The grants that a request means.
 * @throws Refusal with 400 when one of them cannot be made or comes twice; nothing has changed then.
 */
export function prepareGrants(site: Site, sent: readonly SentGrant[]): NewGrant[] {
  const grants: NewGrant[] = [];
  for (const one of sent) {
    const grant = prepareGrant(site, one);
    if (includesGrant(grants, grant)) throw refuseDuplicate(grant);
    grants.push(grant);
  }
  return grants;
}

/**
 * The one grant that a request means.
 * @throws Refusal with 400 when it cannot be made.
 */
export function prepareGrant(site: Site, { permission, holder: sent }: SentGrant): NewGrant {
  if (!isKnownPermission(site, permission, "PROJECT")) {
    throw refuse(400, `'${permission}' is not a permission that a permission scheme can grant.`);
  }
  const holder = resolveHolder(site, sent);
  if (holder.type === "sd.customer.portal.only" && notForCustomers.includes(permission)) {
    throw refuse(400, `The permission '${permission}' cannot be granted to '${holder.type}'.`);
  }
  return { permission, holder };
}

/** Whether a list has a grant of the same permission to the same holder. */
export function includesGrant(grants: readonly NewGrant[], { permission, holder }: NewGrant): boolean {
  return grants.some((grant) => grant.permission === permission && isSameHolder(grant.holder, holder));
}

/** The refusal of a grant that is already there. */
export function refuseDuplicate({ permission, holder }: NewGrant) {
  const { type, parameter } = holder;
  const name = parameter === undefined ? type : `${type} ${parameter}`;
  return refuse(400, `The permission '${permission}' is already granted to ${name}.`);
}

/** The grant with an id of its own. */
export function numberGrant(site: Site, grant: NewGrant): SchemeGrant {
  return { id: takeId(site, "grant"), ...grant };
}
