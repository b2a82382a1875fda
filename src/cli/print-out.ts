import { escapeUnprintable } from "../escape-unprintable.js";

/** Prints text or JSON on stdout, with nothing in it that a terminal obeys: names on a site are anybody's words. */
export function printOut(text: string): void {
  process.stdout.write(escapeUnprintable(text));
}
