import { type Flags, toFlags } from "./flags.js";

/**
 * What a list has to be when its resource goes: as it is now, less what the resource had added, and with what it had
 * removed back in. What others changed since stays as they left it.
 */
export function putBack(now: Flags, declared: Flags, before: Flags): Flags {
  const stays = Object.keys(now).filter((name) => !declared[name] || before[name]);
  const returns = Object.keys(before).filter((name) => !declared[name]);
  return Object.fromEntries([...stays, ...returns].map((name) => [name, true as const]));
}

/** A set to be put back, without what is gone from the site; what is in it now is not gone. */
export async function keepKnown(wanted: Flags, now: Flags, look: (name: string) => Promise<unknown>): Promise<Flags> {
  const known = Object.keys(wanted).map(async (name) => (now[name] || (await look(name)) !== undefined ? name : []));
  return toFlags((await Promise.all(known)).flat());
}
