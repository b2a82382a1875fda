import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { StackError } from "../../errors.js";
import { readText } from "../../file-error.js";
import { type FullSeed, seedSchema } from "./seed.js";

/**
 * The seed in a YAML or JSON file.
 * @throws FileError when the file cannot be read.
 * @throws StackError when it is no valid seed, with every fault at its place.
 */
export function readSeed(file: string): FullSeed {
  const lines = new LineCounter();
  const document = parseDocument(readText(file), { lineCounter: lines, prettyErrors: false });
  const faultAt = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1), message };
  };
  if (document.errors.length > 0) {
    throw new StackError(document.errors.map(({ pos, message }) => faultAt(pos[0], `not valid YAML: ${message}`)));
  }
  const result = seedSchema.safeParse(document.toJS() ?? {});
  if (result.success) return result.data;
  throw new StackError(result.error.issues.map((issue) => faultAt(offsetOf(document, issue), describe(issue))));
}

/** Where what an issue is about stands, or what should hold it. */
function offsetOf(document: Document, { path }: z.core.$ZodIssue): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function describe({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join(".")}: ${message}`;
}
