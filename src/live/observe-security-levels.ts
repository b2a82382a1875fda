import type { JiraClient } from "../client/create-client.js";
import { listSecurityLevelHolders, listSecurityLevels, listSecuritySchemeUses } from "../client/issue-security.js";
import type { ProjectId } from "../model/ids.js";
import type { SecurityLevel } from "../model/site-access.js";

/** The levels that issues of each project can have. A site without levels costs one request, any other three. */
export async function observeSecurityLevels(
  client: JiraClient,
): Promise<ReadonlyMap<ProjectId, readonly SecurityLevel[]>> {
  const levels = await listSecurityLevels(client);
  if (levels.length === 0) return new Map();
  const [holders, uses] = await Promise.all([listSecurityLevelHolders(client), listSecuritySchemeUses(client)]);
  const whole = levels.map(({ id, name, scheme }) => {
    const own = holders.filter(([level]) => level === id).map(([, holder]) => holder);
    return { scheme, level: { id, name, holders: own } };
  });
  return new Map(
    [...uses].map(([project, used]) => [
      project,
      whole.filter(({ scheme }) => scheme === used).map(({ level }) => level),
    ]),
  );
}
