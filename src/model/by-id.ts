/** Things by their ids. */
export function byId<T extends { readonly id: string }>(things: Iterable<T>): ReadonlyMap<string, T> {
  return new Map([...things].map((thing) => [thing.id, thing]));
}
