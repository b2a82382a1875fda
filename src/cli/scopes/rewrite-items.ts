import { lineEndOf } from "./scope-list.js";

/** A scope in a YAML text, with the offsets of its name and of all that belongs to it. */
export interface ScopeItem {
  readonly scope: string;
  readonly from: number;
  readonly nameEnd: number;
  readonly to: number;
}

/** How a list of scopes is written, and where it stands. */
export interface ListShape {
  /** Whether the scopes are keys with settings of their own. */
  readonly isMap: boolean;
  /** Whether it stands in brackets or braces. */
  readonly isFlow: boolean;
  readonly from: number;
  readonly to: number;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text with other scopes in the list: what takes each one's place, and what is added. All else stays as it is. */
export function rewriteItems(
  text: string,
  items: readonly ScopeItem[],
  shape: ListShape,
  kept: readonly (string | undefined)[],
  added: readonly string[],
): string {
  const [first] = items;
  const lineEnd = lineEndOf(text);
  const quote = /^["']/.exec(text.slice(first?.from ?? text.length))?.[0] ?? "";
  const more = added.map((scope) => `${quote}${scope}${quote}${shape.isMap ? ": {}" : ""}`);
  const renames = items.flatMap((item, index) => rename(text, item, kept[index]));
  if (shape.isFlow || first === undefined) {
    const parts = items.filter((_, index) => kept[index] !== undefined).map(({ from, to }) => ({ from, to }));
    const written = parts.map(({ from, to }) => apply(text, renames, from, to));
    return `${text.slice(0, shape.from)}${writeFlow(text, shape, [...written, ...more])}${text.slice(shape.to)}`;
  }
  const lead = text.slice(startOfLine(text, first.from), first.from);
  const isEmpty = more.length === 0 && kept.every((scope) => scope === undefined);
  const tail = isEmpty ? [`${" ".repeat(lead.length)}${shape.isMap ? "{}" : "[]"}`] : more.map((part) => lead + part);
  const end = endOfLine(text, items.at(-1)?.to ?? 0);
  const glue = tail.length > 0 && kept.at(-1) !== undefined && text[end - 1] !== "\n" ? lineEnd : "";
  const removals = items.flatMap(({ from, to }, index) =>
    kept[index] === undefined ? [{ from: startOfLine(text, from), to: endOfLine(text, to), text: "" }] : [],
  );
  const addition = { from: end, to: end, text: glue + tail.map((line) => line + lineEnd).join("") };
  return apply(text, [...renames, ...removals, addition], 0, text.length);
}

function rename(text: string, { scope, from, nameEnd }: ScopeItem, name: string | undefined): Edit[] {
  if (name === undefined || name === scope) return [];
  return [{ from, to: nameEnd, text: text.slice(from, nameEnd).replace(scope, () => name) }];
}

/** A part of the text with those edits that are in it. */
function apply(text: string, edits: readonly Edit[], from: number, to: number): string {
  const inside = edits
    .filter((edit) => edit.from >= from && edit.to <= to)
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const pieces = inside.map((edit, index) => text.slice(inside[index - 1]?.to ?? from, edit.from) + edit.text);
  return pieces.join("") + text.slice(inside.at(-1)?.to ?? from, to);
}

function writeFlow(text: string, { isMap, from, to }: ListShape, parts: readonly string[]): string {
  const source = text.slice(from, to);
  const indent = /\r?\n[^\S\n]*(?=\S)/.exec(source)?.[0];
  const outer = /\r?\n[^\S\n]*(?=[\]}]$)/.exec(source)?.[0] ?? "";
  const inside = indent === undefined ? parts.join(", ") : indent + parts.join(`,${indent}`) + outer;
  return isMap ? `{${inside}}` : `[${inside}]`;
}

function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}
