import type {
  Actor,
  DeclaredGrant,
  DeclaredMembership,
  DeclaredRights,
  DeclaredSeat,
} from "../../model/declared-rights.js";
import { formatHolder } from "../../model/holder.js";

/** A declared right as one line, `grant SCHEME / PERMISSION / HOLDER`: what baselines list and exceptions name. */
export type RightText = string;

/** `grant SCHEME / PERMISSION / HOLDER` */
export function formatGrant({ scheme, permission, holder }: DeclaredGrant): RightText {
  return `grant ${scheme} / ${permission} / ${formatHolder(holder)}`;
}

/** `seat PROJECT / ROLE / ACTOR`, with `new projects` for the roles that projects to come begin with. */
export function formatSeat({ project = "new projects", role, actor }: DeclaredSeat): RightText {
  return `seat ${project} / ${role} / ${formatActor(actor)}`;
}

/** `member GROUP / ACCOUNT` */
export function formatMembership({ group, user }: DeclaredMembership): RightText {
  return `member ${group} / ${user}`;
}

/** `user:ann@acme.example` or `group:auditors`. */
export function formatActor(actor: Actor): string {
  return "user" in actor ? `user:${actor.user}` : `group:${actor.group}`;
}

/** A baseline: every right in a line of its own, sorted, each once. */
export function formatBaseline(rights: DeclaredRights): string {
  const lines = new Set(listRights(rights).map(({ right }) => right));
  return [...lines]
    .sort()
    .map((line) => `${line}\n`)
    .join("");
}

/** Every right with its line and what declares it. */
export function listRights(rights: DeclaredRights): readonly { readonly right: RightText; readonly source: string }[] {
  return [
    ...rights.grants.map((grant) => ({ right: formatGrant(grant), source: grant.source })),
    ...rights.seats.map((seat) => ({ right: formatSeat(seat), source: seat.source })),
    ...rights.memberships.map((membership) => ({ right: formatMembership(membership), source: membership.source })),
  ];
}
