import type { RoleId } from "../model/ids.js";
import type { ProjectRole } from "../model/project-role.js";
import { nameFault } from "../stack/schema/text-rules.js";

/** Why a role cannot be meant by its name in a stack file; undefined where it can. */
export function roleObstacle(roles: readonly ProjectRole[], id: RoleId): string | undefined {
  const role = roles.find((one) => one.id === id);
  if (role === undefined) return `the role ${id} is gone`;
  const namesakes = roles.filter(({ name }) => name === role.name);
  return namesakes.length > 1
    ? `${namesakes.length} roles are named ${JSON.stringify(role.name)}`
    : nameFault(role.name);
}
