import type { HolderType } from "../../model/holder.js";
import { readDescription } from "../../model/ownership.js";
import type { Session } from "../handler.js";
import { type Flags, toFlags, without } from "./flags.js";

/** Whether a role carries a stack's mark. */
export async function isRoleOfStack({ directory }: Session, role: string): Promise<boolean> {
  const known = (await directory.roles.all()).get(role);
  return known !== undefined && readDescription(known.description).owner !== undefined;
}

/** Whether a holder is a role or group that a stack made. */
export async function isHolderOfStack(session: Session, type: HolderType, id: string | undefined): Promise<boolean> {
  if (id === undefined) return false;
  return type === "projectRole" ? isRoleOfStack(session, id) : type === "group" && session.ownGroups.has(id);
}

/**
 * What a list held before its resource came, given what is in it when that is created. About a role or group that a stack
 * made, what is declared is there already because an earlier run was killed: kept as something of before, it would stay
 * for ever and the role or group could never be deleted.
 */
export function foundBefore(now: Flags, declared: Flags, isOfStack: boolean): Flags {
  return isOfStack ? toFlags(without(now, declared)) : now;
}
