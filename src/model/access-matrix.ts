/** How one permission is had in one project, in a letter. */
export const marks = {
  allowed: "+",
  /** On some issues only. */
  conditional: "~",
  denied: "-",
  unknown: "?",
  /** As the site says, where nothing that can be read tells why. */
  said: "!",
} as const;

/**
 * Who may do what in which project, with everything that is the same kept once. Accounts, projects, permissions and
 * patterns are meant by their places in lists.
 */
export interface AccessMatrix {
  /** Every answer to all permissions at once that there is: a mark for each of them. */
  readonly patterns: readonly string[];
  /** Every row that there is: pairs of a pattern, and how many projects after each other have it. */
  readonly rows: readonly (readonly number[])[];
  /** The row of each account. */
  readonly rowOf: readonly number[];
}
