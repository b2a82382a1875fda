import type { Directory } from "../client/directory.js";
import type { RoleId } from "../model/ids.js";
import { readDescription } from "../model/ownership.js";
import { type Flags, toFlags, without } from "./whole-list.js";

/** Whether a role carries a stack's mark. */
export async function isRoleOfStack({ roles }: Directory, role: RoleId): Promise<boolean> {
  const known = (await roles.all()).get(role);
  return known !== undefined && readDescription(known.description).owner !== undefined;
}

/**
 * What a list held before its resource came, given what is in it when that is created. On a role that a stack made, what
 * is declared is there already because an earlier run was killed: kept as something of before, it would stay for ever
 * and the role could never be deleted.
 */
export function foundBefore(now: Flags, declared: Flags, isOfStack: boolean): Flags {
  return isOfStack ? toFlags(without(now, declared)) : now;
}
