import type { Session } from "../handler.js";
import { type Flags, toFlags } from "./flags.js";

/** The key of an entry of one list, by the name that the list has it under. */
export type KeyOf = (name: string) => string;

/** Remembers what of a list was there before the stack, for a resource that takes it over, wholly or in part. */
export function noteBefore(
  { before: known }: Pick<Session, "before">,
  declared: Flags,
  before: Flags,
  keyOf: KeyOf,
): void {
  for (const name of Object.keys({ ...declared, ...before })) known.set(keyOf(name), before[name] === true);
}

/** A list as it would be without what another resource of the stack had put in. */
export function withoutAdded({ before }: Pick<Session, "before">, now: Flags, keyOf: KeyOf): Flags {
  return toFlags(Object.keys(now).filter((name) => before.get(keyOf(name)) !== false));
}

/** A list as it has to be when its resource goes: with those that resources of their own hold since. */
export function withHeldSingly(
  { asserted }: Pick<Session, "asserted">,
  wanted: Flags,
  now: Flags,
  keyOf: KeyOf,
): Flags {
  return { ...wanted, ...toFlags(Object.keys(now).filter((name) => asserted.has(keyOf(name)))) };
}
