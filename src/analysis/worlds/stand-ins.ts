import { isEmail } from "../../model/account.js";
import { formatHolder } from "../../model/holder.js";
import type { GroupId } from "../../model/ids.js";
import type { AccountAccess } from "../../model/site-access.js";
import type { Mentions } from "./mentions.js";

/** The group of everybody who may use Jira at all. */
export const licensed: GroupId = "whoever has a licence";

/** The group of those who may be whatever only the site can tell. */
export const perhaps: GroupId = "whoever it may be";

/** The account that leads every project. */
export const lead = "projectLead";

/** The group of the users of a product. */
export function usersOf(product: string): GroupId {
  return formatHolder({ type: "applicationRole", name: product });
}

/** The account that stands in for whoever has a role. */
export function holderOf(role: string): string {
  return formatHolder({ type: "projectRole", name: role });
}

/**
 * Accounts for people whom a file does not name: somebody in each group and nothing else, somebody in each role, the
 * users of each product, the lead of every project, and somebody who can just log in.
 */
export function standIns({ groups, roles, products }: Mentions): readonly AccountAccess[] {
  return [
    standIn("logged in", "whoever can log in"),
    standIn(lead, "whoever leads the project"),
    ...groups.map((name) => standIn(formatHolder({ type: "group", name }), `whoever is in group ${name}`, name)),
    ...roles.map((name) => standIn(holderOf(name), `whoever has project role ${name}`)),
    ...products.map((key) => standIn(usersOf(key), `whoever uses ${key}`, usersOf(key))),
  ];
}

/** An account that a file names, in these groups. */
export function nameAccount(text: string, groups: readonly GroupId[]): AccountAccess {
  return { ...standIn(text, text, ...groups), ...(isEmail(text) ? { email: text } : {}) };
}

function standIn(id: string, displayName: string, ...groups: readonly GroupId[]): AccountAccess {
  return { id, displayName, active: true, type: "atlassian", groups: new Set([licensed, ...groups]) };
}
