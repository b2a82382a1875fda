/** A list of scopes in a file. */
export interface ScopeList {
  readonly entries: readonly ScopeEntry[];
  /**
   * The file's text with the list put right: what takes the place of each entry, undefined where it goes, and what is
   * added at the end. Comments and order stay.
   */
  rewrite(kept: readonly (string | undefined)[], added: readonly string[]): string;
}

/** A scope in a file; lines and columns count from 1. */
interface ScopeEntry {
  readonly scope: string;
  readonly line: number;
  readonly column: number;
}

/** How the lines of a text end, which those that are added do too. */
export function lineEndOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
