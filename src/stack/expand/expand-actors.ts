import { accountKey } from "../../model/account.js";
import type { DesiredActors, DesiredIntegrationUser, Origin } from "../../model/desired-access.js";
import type { ProjectEntry } from "./expand-projects.js";

/** An integration user in one of its projects. */
export interface Seat {
  readonly user: DesiredIntegrationUser;
  readonly project: string;
  /** Where the file puts it there. */
  readonly origin: Origin;
}

/** All who hold a role in a project: as the file lists them, and the integration users in their projects. */
export function expandActors(projects: readonly ProjectEntry[], seats: readonly Seat[]): DesiredActors[] {
  const all = new Map<string, DesiredActors>();
  for (const { project, roles, allow } of projects) {
    const braked = allow === undefined ? {} : { allow };
    for (const [role, { actors, origin }] of roles) {
      const { users = [], groups = [] } = actors;
      all.set(keyOf(project, role), { origin, project, role, users, groups, ...braked });
    }
  }
  for (const { user, project, origin } of seats) {
    const { account, role } = user;
    const listed = all.get(keyOf(project, role));
    all.set(keyOf(project, role), {
      ...(listed ?? { origin, project, role, groups: [] }),
      users: withAccount(listed?.users ?? [], account),
    });
  }
  return [...all.values()];
}

function keyOf(project: string, role: string): string {
  return JSON.stringify([project, role]);
}

function withAccount(users: readonly string[], account: string): readonly string[] {
  return users.some((user) => accountKey(user) === accountKey(account)) ? users : [...users, account];
}
