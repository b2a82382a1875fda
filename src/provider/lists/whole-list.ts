/** A set of names as a map, as state keeps it. */
export type Flags = Readonly<Record<string, true>>;

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

/** The names as a set in alphabetical order. */
export function toFlags(names: Iterable<string>): Flags {
  return Object.fromEntries([...names].sort().map((name) => [name, true as const]));
}

/** Whether two sets hold the same names. */
export function sameFlags(a: Flags, b: Flags): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => b[name]);
}

/** The names of a set that another lacks. */
export function without(a: Flags, b: Flags): readonly string[] {
  return Object.keys(a).filter((name) => !b[name]);
}
