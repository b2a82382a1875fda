import { printable } from "./printable.js";

/** A text that others wrote, to stand in Markdown as nothing but itself: every sign that could mean something is an entity. */
export function escapeMarkdown(text: string): string {
  return printable(text).replace(/[^\p{L}\p{N} ,.:;"'/-]|\b(?:https?|ftp|mailto|www)(?=[:.])/gu, (sign) =>
    [...sign].map((one) => `&#${one.codePointAt(0)};`).join(""),
  );
}
