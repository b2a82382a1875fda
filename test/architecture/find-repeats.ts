/** A text file. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** So many lines of code that stand in two places, as `FILE:LINE`. */
export interface Repeat {
  readonly places: readonly [string, string];
  /** The first of the lines. */
  readonly begins: string;
}

interface CodeLine {
  readonly place: string;
  readonly text: string;
}

/**
 * The runs of so many equal lines of code that stand twice, in two files or in one, each run once. White space is folded;
 * blank lines, comments, imports and lines of punctuation alone are passed over.
 */
export function findRepeats(files: readonly TextFile[], length: number): readonly Repeat[] {
  const known = new Map<string, { readonly lines: readonly CodeLine[]; readonly at: number }>();
  return files.flatMap((file) => {
    const lines = codeLines(file);
    let told = 0;
    return lines.flatMap((line, at): Repeat[] => {
      const run = lines.slice(at, at + length);
      if (run.length < length) return [];
      const key = run.map(({ text }) => text).join("\n");
      const before = known.get(key);
      const [first] = before?.lines.slice(before.at) ?? [];
      if (before === undefined) known.set(key, { lines, at });
      if (before === undefined || (before.lines === lines && before.at + length > at)) return [];
      const isTold = at < told;
      told = at + length;
      return isTold || first === undefined ? [] : [{ places: [first.place, line.place], begins: line.text }];
    });
  });
}

function codeLines({ path, text }: TextFile): readonly CodeLine[] {
  const code = text
    .replace(/\/\*[\s\S]*?\*\//g, keepBreaks)
    .replace(/^import\b[^;]*;/gm, keepBreaks)
    .replace(/^\s*\/\/.*$/gm, "");
  return code
    .split("\n")
    .map((line, index) => ({ place: `${path}:${index + 1}`, text: line.trim().replace(/\s+/g, " ") }))
    .filter((line) => /\w/.test(line.text));
}

function keepBreaks(text: string): string {
  return text.replace(/[^\n]/g, "");
}
