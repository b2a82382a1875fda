import { byId } from "../model/by-id.js";
import type { PermissionKey } from "../model/grant.js";
import type { Group } from "../model/group.js";
import type { ProjectId, SchemeId } from "../model/ids.js";
import type { PermissionScheme } from "../model/permission-scheme.js";
import type { IdentifiedHolder, ProjectAccess } from "../model/site-access.js";

/** The groups that are granted a permission that matters, hold a role, or are on a security level. */
export function decidingGroups(
  schemes: ReadonlyMap<SchemeId, PermissionScheme>,
  projects: ReadonlyMap<ProjectId, ProjectAccess>,
  matters: (permission: PermissionKey) => boolean,
): readonly Group[] {
  const used = new Set([...projects.values()].flatMap(({ scheme }) => schemes.get(scheme ?? "") ?? []));
  const granted = [...used].flatMap(({ grants }) => grants.filter(({ permission }) => matters(permission)));
  const found = [...projects.values()].flatMap(({ actors, securityLevels = [] }) => [
    ...[...actors.values()].flatMap(({ groups }) => groups),
    ...securityLevels.flatMap(({ holders }) => holders.flatMap(toGroup)),
  ]);
  return [...byId([...granted.flatMap(toGroup), ...found]).values()];
}

function toGroup({ holder, holderId }: IdentifiedHolder): Group[] {
  return holder.type === "group" && holderId !== undefined ? [{ id: holderId, name: holder.name ?? holderId }] : [];
}
