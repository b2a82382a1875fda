/** How many of a kind of thing on a site a stack keeps, and the names of the others. */
export interface Coverage {
  /** In the plural: `permission schemes`. */
  readonly what: string;
  readonly managed: number;
  readonly unmanaged: readonly string[];
}
