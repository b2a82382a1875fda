import type { DesiredIntegrationUser } from "../../model/desired-access.js";
import type { Project } from "../../model/project.js";
import { integrationRole } from "../declared-names.js";
import type { Declaration } from "../schema/schema.js";
import { selectEach } from "../selectors.js";
import type { Seat } from "./expand-actors.js";

/** The integration users, with what the file says of all of them where one says nothing, and where each works. */
export function expandIntegrationUsers(
  { integrationUsers, defaults }: Declaration,
  onSite: readonly Project[],
): { readonly users: readonly DesiredIntegrationUser[]; readonly seats: readonly Seat[] } {
  const standard = defaults?.integrationUser;
  const expanded = Object.entries(integrationUsers).map(([key, written]) => {
    const origin = ["integrationUsers", key];
    const places = selectEach(written.projects, onSite);
    const { account, permissions } = written;
    const tolerated = Object.entries({ ...standard?.tolerate, ...written.tolerate });
    const user: DesiredIntegrationUser = {
      origin,
      key,
      account,
      role: integrationRole(key, written),
      projects: places.map(({ project }) => project),
      permissions,
      tolerate: Object.fromEntries(tolerated.filter(([permission]) => !permissions.includes(permission))),
      elsewhere: written.elsewhere ?? standard?.elsewhere ?? "report",
    };
    return {
      user,
      seats: places.map(({ project, index }) => ({ user, project, origin: [...origin, "projects", index] })),
    };
  });
  return { users: expanded.map(({ user }) => user), seats: expanded.flatMap(({ seats }) => seats) };
}
