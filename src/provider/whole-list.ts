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
