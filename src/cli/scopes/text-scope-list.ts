import { lineEndOf, type ScopeList } from "./scope-list.js";

/** Reads a list of scopes from plain text: words between blanks or commas; `#` begins a comment. */
export function readTextScopes(text: string): ScopeList {
  const lineEnd = lineEndOf(text);
  const lines = text.split(/\r?\n/);
  const words = lines.flatMap((line, index) =>
    [...line.replace(/#.*/, "").matchAll(/[^\s,]+/g)].map((match) => ({
      scope: match[0],
      line: index + 1,
      column: match.index + 1,
    })),
  );
  return { entries: words, rewrite };

  function rewrite(kept: readonly (string | undefined)[], added: readonly string[]): string {
    const changed = lines.flatMap((line, index) => {
      const onLine = words
        .map((word, place) => ({ ...word, kept: kept[place] }))
        .filter((word) => word.line === index + 1);
      if (onLine.length === 0) return [line];
      const rewritten = onLine.reduceRight((result, word) => replaceWord(result, word), line);
      return onLine.every((word) => word.kept === undefined) && rewritten.trim() === "" ? [] : [rewritten];
    });
    if (added.length === 0) return changed.join(lineEnd);
    const onOneLine = words.length > 1 && new Set(words.map(({ line }) => line)).size === 1;
    const [all, end] = /^([\s\S]*?)((?:\r?\n)*)$/.exec(changed.join(lineEnd))?.slice(1) ?? ["", ""];
    return [all, ...added].filter((part) => part !== "").join(onOneLine ? separatorOf(text) : lineEnd) + end;
  }
}

function replaceWord(line: string, word: { scope: string; column: number; kept: string | undefined }): string {
  const [before, after] = [line.slice(0, word.column - 1), line.slice(word.column - 1 + word.scope.length)];
  if (word.kept !== undefined) return `${before}${word.kept}${after}`;
  const rest = after.replace(/^[\s,]+(?=[^\s#])/, "");
  return rest.trim() === "" ? before.replace(/[\s,]+$/, "") : `${before}${rest}`;
}

function separatorOf(text: string): string {
  return /,\s*/.exec(text)?.[0] ?? " ";
}
