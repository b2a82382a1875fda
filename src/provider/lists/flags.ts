/** A set of names as a map, as state keeps it. */
export type Flags = Readonly<Record<string, true>>;

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
