import { escapeUnprintable } from "../escape-unprintable.js";

/** A text that others wrote as one line that no terminal obeys. */
export function printable(text: string): string {
  return escapeUnprintable(text)
    .replace(/[\n\t]+/g, " ")
    .trim();
}
