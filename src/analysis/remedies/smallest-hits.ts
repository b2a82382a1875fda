/**
 * All smallest choices that take at least one from every list of options; equal options are those with the same key.
 * Options that several lists share count once.
 */
export function smallestHits<T>(lists: readonly (readonly T[])[], keyOf: (option: T) => string): readonly T[][] {
  if (lists.some((options) => options.length === 0)) return [];
  for (let size = 0; size <= lists.length; size++) {
    const found = new Map<string, T[]>();
    collect(lists, keyOf, new Map(), size, found);
    if (found.size > 0) return [...found.values()];
  }
  return [];
}

function collect<T>(
  lists: readonly (readonly T[])[],
  keyOf: (option: T) => string,
  chosen: ReadonlyMap<string, T>,
  left: number,
  found: Map<string, T[]>,
): void {
  const missed = lists.find((options) => !options.some((option) => chosen.has(keyOf(option))));
  if (missed === undefined) {
    found.set(JSON.stringify([...chosen.keys()].sort()), [...chosen.values()]);
    return;
  }
  if (left === 0) return;
  for (const option of missed) collect(lists, keyOf, new Map([...chosen, [keyOf(option), option]]), left - 1, found);
}
