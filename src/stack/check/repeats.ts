/** A value that stands in a list although an equal one stands before it. */
export interface Repeat<Item> {
  readonly item: Item;
  readonly index: number;
  readonly first: Item;
  readonly firstIndex: number;
}

/** Every item of a list whose key an earlier item has too. */
export function repeatsIn<Item>(items: readonly Item[], keyOf: (item: Item) => string): Repeat<Item>[] {
  const seen = new Map<string, { readonly first: Item; readonly firstIndex: number }>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, { first: item, firstIndex: index });
    return earlier === undefined ? [] : [{ item, index, ...earlier }];
  });
}
