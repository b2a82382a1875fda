import { readFileSync, writeFileSync } from "node:fs";

/**
 * A document with another text in one of its sections: what stands between `<!-- NAME -->` and `<!-- /NAME -->`, each
 * on a line of its own. What is outside stays as it is.
 * @throws Error when the document has not exactly one section of that name.
 */
export function replaceSection(document: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const [before, ...more] = document.split(begin);
  const [, ...after] = (more[0] ?? "").split(end);
  if (before === undefined || more.length !== 1 || after.length !== 1) {
    throw new Error(`the document must have one section between ${begin.trim()} and ${end}`);
  }
  return `${before}${begin}\n${text.trim()}\n\n${end}${after[0]}`;
}

/** Writes a section of a file, as `replaceSection` does. */
export function writeSection(path: string, name: string, text: string): void {
  writeFileSync(path, replaceSection(readFileSync(path, "utf8"), name, text));
}
