/** A drift that is known and right for a while; a gain of access is told of all the same. */
export interface DriftIgnore {
  /** The resource as drift names it, `KIND NAME`; `*` stands for any text. */
  readonly resource: string;
  /** The entry as drift names it; every entry unless given. */
  readonly entry?: string;
  /** Who answers for it. */
  readonly owner: string;
  readonly reason: string;
  /** The last day on which it counts, as YYYY-MM-DD. */
  readonly until: string;
}
