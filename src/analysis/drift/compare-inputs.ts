import type { EntryChange, Inputs } from "../../model/drift.js";

/** The entries by which two sets of inputs differ, in the order of their paths. */
export function compareInputs(from: Inputs, to: Inputs): readonly EntryChange[] {
  const [before, after] = [toEntries(from), toEntries(to)];
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)];
    if (old !== undefined && now !== undefined && JSON.stringify(old.value) === JSON.stringify(now.value)) return [];
    const path = (old ?? now)?.path ?? [];
    return [{ path, ...(old && { from: old.value }), ...(now && { to: now.value }) }];
  });
}

/** The value at a path; undefined where there is none. */
export function valueAt(inputs: Inputs, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (isMap(value) && Object.hasOwn(value, step) ? value[step] : undefined),
    inputs,
  );
}

interface Entry {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Every value that is no map, by its path. */
function toEntries(inputs: Inputs): ReadonlyMap<string, Entry> {
  const walk = (value: unknown, path: readonly string[]): Entry[] =>
    isMap(value) ? Object.entries(value).flatMap(([key, inner]) => walk(inner, [...path, key])) : [{ path, value }];
  return new Map(walk(inputs, []).map((entry) => [JSON.stringify(entry.path), entry]));
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
