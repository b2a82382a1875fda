import type { DesiredActors, DesiredIntegrationUser } from "../model/desired-access.js";
import { accountKey } from "./repeats.js";
import type { Declaration } from "./schema.js";

/** All who hold a role in a project: as the file lists them, and the integration users in their projects. */
export function expandActors({ projects }: Declaration, users: readonly DesiredIntegrationUser[]): DesiredActors[] {
  const all = new Map<string, DesiredActors>();
  for (const [project, { roles = {}, allow }] of Object.entries(projects)) {
    const braked = allow === undefined ? {} : { allow };
    for (const [role, { users = [], groups = [] }] of Object.entries(roles)) {
      const origin = ["projects", project, "roles", role];
      all.set(keyOf(project, role), { origin, project, role, users, groups, ...braked });
    }
  }
  for (const { account, projects, role, origin } of users) {
    for (const [index, project] of projects.entries()) {
      const listed = all.get(keyOf(project, role));
      all.set(keyOf(project, role), {
        ...(listed ?? { origin: [...origin, "projects", index], project, role, groups: [] }),
        users: withAccount(listed?.users ?? [], account),
      });
    }
  }
  return [...all.values()];
}

function keyOf(project: string, role: string): string {
  return JSON.stringify([project, role]);
}

function withAccount(users: readonly string[], account: string): readonly string[] {
  return users.some((user) => accountKey(user) === accountKey(account)) ? users : [...users, account];
}
