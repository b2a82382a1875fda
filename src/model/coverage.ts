/** How many of a kind of thing on a site a stack keeps, and the names of the others. */
export interface Coverage {
  /** In the plural: `permission schemes`. */
  readonly what: string;
  readonly managed: number;
  readonly unmanaged: readonly string[];
}

/** How much of it a stack keeps, in whole per cent; of nothing it keeps all. */
export function percentKept({ managed, unmanaged }: Coverage): number {
  const all = managed + unmanaged.length;
  return all === 0 ? 100 : Math.round((managed / all) * 100);
}
