import { escapeUnprintable } from "../escape-unprintable.js";

const longest = 80;

/** A text from outside in double quotes, safe to print: at most 80 characters of it, nothing that a terminal obeys. */
export function quote(text: string): string {
  return escapeUnprintable(JSON.stringify(shorten(text)));
}

/** A text from outside as it is where that is safe and plain to read, else in quotes. */
export function quoteIfNeeded(text: string): string {
  return /^[\w.@:+-]{1,80}$/.test(text) ? text : quote(text);
}

/** What a value of the file is, in words: `text "x"`, `a list`, `nothing`. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (typeof value === "string") return `the text ${quote(value)}`;
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a map" : `the ${typeof value} ${String(value)}`;
}

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
