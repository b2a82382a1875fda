import { accountKey } from "../../model/account.js";
import type { DeclaredIntegration, DeclaredRights, DeclaredSeat } from "../../model/declared-rights.js";
import type { Holder } from "../../model/holder.js";

/** The groups that an integration's account is declared to be in. */
function groupsOf(integration: DeclaredIntegration, { memberships }: DeclaredRights): readonly string[] {
  return memberships.filter(({ user }) => isAccountOf(integration, user)).map(({ group }) => group);
}

/** The seats that an integration's account has: by itself, or by a group that it is declared to be in. */
export function seatsOf(integration: DeclaredIntegration, rights: DeclaredRights): readonly DeclaredSeat[] {
  const groups = groupsOf(integration, rights);
  return rights.seats.filter(({ actor }) =>
    "user" in actor ? isAccountOf(integration, actor.user) : groups.includes(actor.group),
  );
}

/** Whether a holder of grants is the integration's account, one of its groups, or one of its roles in any project. */
export function heldBy(integration: DeclaredIntegration, rights: DeclaredRights): (holder: Holder) => boolean {
  const groups = groupsOf(integration, rights);
  const roles = seatsOf(integration, rights).map(({ role }) => role);
  return ({ type, name = "" }) =>
    (type === "user" && isAccountOf(integration, name)) ||
    (type === "group" && groups.includes(name)) ||
    (type === "projectRole" && roles.includes(name));
}

/** Whether a text names the integration's account. */
export function isAccountOf({ account }: DeclaredIntegration, text: string): boolean {
  return accountKey(account) === accountKey(text);
}
