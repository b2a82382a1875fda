/** A collection that is read in one request, kept, and told of each write instead of being read again. */
export interface Collection<Id extends string, T> {
  /** The entries by id; read at the first call. */
  all(): Promise<ReadonlyMap<Id, T>>;
  /** Tells of an entry as a write left it. */
  put(entry: T): Promise<void>;
  /** Tells of what a write changed in an entry, whatever else changed in it meanwhile. */
  edit(id: Id, change: (entry: T) => T): Promise<void>;
  /** Tells of a deleted entry. */
  drop(id: Id): Promise<void>;
  /** Has the next call read anew. */
  forget(): void;
}

/** A collection that is not read yet. */
export function createCollection<Id extends string, T extends { readonly id: Id }>(
  read: () => Promise<readonly T[]>,
): Collection<Id, T> {
  let entries: Promise<Map<Id, T>> | undefined;
  const all = (): Promise<Map<Id, T>> => {
    entries ??= read().then((list) => new Map(list.map((entry) => [entry.id, entry])));
    return entries;
  };
  return {
    all,
    put: async (entry) => void (await all()).set(entry.id, entry),
    edit: async (id, change) => {
      const known = await all();
      const entry = known.get(id);
      if (entry !== undefined) known.set(id, change(entry));
    },
    drop: async (id) => void (await all()).delete(id),
    forget: () => {
      entries = undefined;
    },
  };
}
