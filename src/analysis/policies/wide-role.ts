import type { DeclaredIntegration, DeclaredRights, DeclaredSeat } from "../../model/declared-rights.js";
import { formatHolder } from "../../model/holder.js";
import { seatsOf } from "./integration-holders.js";
import { definePolicy, type Violation } from "./policy.js";
import { formatActor, formatGrant, formatSeat } from "./right-text.js";

/** The roles of integrations give what the integrations need, where they work, and to nobody else. */
export const wideRole = definePolicy({
  name: "wide-role",
  severity: "high",
  summary: "The roles of an integration are granted only what it needs, only where it works, and are its own.",
  remediation: "Give the integration a role of its own, as integrationUsers does, and grant that what it needs.",
  options: {},
  judge: (rights) => {
    if (rights.integrations.length === 0) return { notApplicable: "no integration is declared" };
    return {
      violations: rights.integrations.flatMap((integration) => {
        const seats = seatsOf(integration, rights);
        return [
          ...grantsBeyondNeed(integration, seats, rights),
          ...seatsElsewhere(integration, seats),
          ...sharedSeats(integration, seats, rights),
        ];
      }),
    };
  },
});

function grantsBeyondNeed(
  { key, permissions }: DeclaredIntegration,
  seats: readonly DeclaredSeat[],
  { grants }: DeclaredRights,
): Violation[] {
  const roles = new Set(seats.map(({ role }) => formatHolder({ type: "projectRole", name: role })));
  return grants.flatMap((grant) => {
    if (!roles.has(formatHolder(grant.holder)) || permissions.includes(grant.permission)) return [];
    const message = `${key} does not need ${grant.permission}, which its role "${grant.holder.name}" is granted`;
    return [{ right: formatGrant(grant), source: grant.source, message }];
  });
}

function seatsElsewhere({ key, projects }: DeclaredIntegration, seats: readonly DeclaredSeat[]): Violation[] {
  return seats.flatMap((seat) => {
    if (seat.project !== undefined && projects.includes(seat.project)) return [];
    const message = `${key} does not work in ${seat.project ?? "projects to come"}, where it has the role "${seat.role}"`;
    return [{ right: formatSeat(seat), source: seat.source, message }];
  });
}

function sharedSeats(
  integration: DeclaredIntegration,
  own: readonly DeclaredSeat[],
  { seats }: DeclaredRights,
): Violation[] {
  const isShared = (seat: DeclaredSeat) =>
    own.some(({ project, role }) => project === seat.project && role === seat.role) && !own.includes(seat);
  return seats.filter(isShared).map((seat) => ({
    right: formatSeat(seat),
    source: seat.source,
    message: `the role "${seat.role}" of ${integration.key} is held by ${formatActor(seat.actor)} too`,
  }));
}
