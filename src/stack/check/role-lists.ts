import type { Origin } from "../../model/desired-access.js";
import type { Declaration } from "../schema/schema.js";

/** One list of all who hold a role, as the file writes it. */
export interface RoleList {
  readonly role: string;
  readonly users: readonly string[];
  readonly groups: readonly string[];
  readonly origin: Origin;
}

/** Every list of people in roles that the file writes, those of its defaults too. */
export function roleLists({ projects, defaults }: Declaration): RoleList[] {
  const places = Object.entries(projects).map(([project, entry]) => ({ origin: ["projects", project], ...entry }));
  const standard = defaults?.project === undefined ? [] : [{ origin: ["defaults", "project"], ...defaults.project }];
  return [...places, ...standard].flatMap(({ origin, roles = {} }) =>
    Object.entries(roles).map(([role, { users = [], groups = [] }]) => ({
      role,
      users,
      groups,
      origin: [...origin, "roles", role],
    })),
  );
}
