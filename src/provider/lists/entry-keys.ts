import type { Actor } from "../../client/project-role-actors.js";
import type { PermissionKey } from "../../model/grant.js";
import type { HolderType } from "../../model/holder.js";
import type { AccountId, GroupId, ProjectId, RoleId, SchemeId } from "../../model/ids.js";
import { holderKey } from "./grant-mode.js";

/** What tells a grant from every other entry of any list, whether it is held alone or with others. */
export function grantKey(
  scheme: SchemeId,
  permission: PermissionKey,
  type: HolderType,
  holderId: string | undefined,
): string {
  return `permission-grant/${scheme}/${permission}/${holderKey(type, holderId)}`;
}

/** What tells the list of a holder's grants in a scheme from every other. */
export function holderGrantsKey(scheme: SchemeId, type: HolderType, holderId: string | undefined): string {
  return `holder-grants/${scheme}/${holderKey(type, holderId)}`;
}

/** What tells one who holds a role in a project from every other entry of any list. */
export function actorKey(project: ProjectId, role: RoleId, actor: Actor): string {
  return `project-role-actor/${project}/${role}/${Object.entries(actor).join()}`;
}

/** What tells the list of those who hold a role in a project from every other. */
export function actorListKey(project: ProjectId, role: RoleId): string {
  return `project-role-actors/${project}/${role}`;
}

/** What tells one member of a group from every other entry of any list. */
export function memberKey(group: GroupId, account: AccountId): string {
  return `group-member/${group}/${account}`;
}

/** What tells the list of a group's members from every other. */
export function memberListKey(group: GroupId): string {
  return `group-members/${group}`;
}
