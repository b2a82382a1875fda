import type { JiraClient } from "../client/create-client.js";
import { listFirstGroupMembers } from "../client/group-members.js";
import type { Membership } from "../model/membership.js";
import type { ProjectAccess } from "../model/site-access.js";

/** Who is in a group or role, as far as one request tells. */
export interface Fellows {
  /** How many people and groups there are; absent where the site does not say. */
  readonly total?: number;
  /** The names of the first ones. */
  readonly names: readonly string[];
}

/** Who is in a group, by one request, or in a role, which the project tells already. */
export async function observeFellows(
  client: JiraClient,
  of: Membership,
  project: ProjectAccess | undefined,
): Promise<Fellows> {
  if (of.kind === "group") {
    const { values, total } = await listFirstGroupMembers(client, of.group.id);
    const names = values.map(({ displayName, email }) => email ?? displayName);
    return total === undefined ? { names } : { total, names };
  }
  const { users = [], groups = [] } = project?.actors.get(of.role.id) ?? {};
  const names = [...users.map(({ name }) => name), ...groups.map(({ name }) => `group ${name}`)];
  return { total: names.length, names };
}
