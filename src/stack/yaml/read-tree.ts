import { Composer, LineCounter, Parser, type YAMLParseError, type YAMLWarning } from "yaml";
import type { OffsetFault } from "../flaw.js";
import { findTooDeep } from "./depth.js";
import { plantTree } from "./plant-tree.js";
import type { TreeNode } from "./tree.js";

const deepest = 50;

/** A text read as YAML; `root` is absent where it could not be. */
export interface ReadTree {
  readonly root?: TreeNode;
  readonly faults: readonly OffsetFault[];
  /** The line and column of an offset, both counting from 1. */
  readonly placeOf: (offset: number) => { readonly line: number; readonly column: number };
}

/** Reads a text as one YAML document whose keys are plain text, and refuses what only a mistake or an attack writes. */
export function readTree(text: string): ReadTree {
  const lines = new LineCounter();
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const tooDeep = findTooDeep(tokens, deepest);
  if (tooDeep !== undefined) {
    return {
      faults: [{ offset: tooDeep, message: `nested more than ${deepest} levels deep; check the brackets` }],
      placeOf,
    };
  }
  const composer = new Composer({ version: "1.2", uniqueKeys: false, prettyErrors: false });
  const documents = [...composer.compose(tokens, true, text.length)];
  const faults = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings].map(toFault));
  const [document, second] = documents;
  if (second !== undefined) {
    faults.push({
      offset: second.range[0],
      message: "a second document begins here; a stack file is one document; include the other",
    });
  }
  return document === undefined || faults.length > 0 ? { faults, placeOf } : { ...plantTree(document), placeOf };
}

const advice: Partial<Record<YAMLParseError["code"], string>> = {
  BAD_INDENT: "; indent it like the lines beside it, with two spaces for each level",
  TAB_AS_INDENT: "; indent with spaces",
  MISSING_CHAR: "; is a colon, a comma, a bracket or a closing quote missing?",
  BLOCK_AS_IMPLICIT_KEY: "; is the line indented wrongly, or does a text with a colon lack quotes?",
  MULTILINE_IMPLICIT_KEY: "; is a colon missing after the key?",
  BLOCK_IN_FLOW: "; close the bracket or brace first",
  TAG_RESOLVE_FAILED: "; stack files use no tags",
};

function toFault(error: YAMLParseError | YAMLWarning): OffsetFault {
  const words = error.message.slice(0, 200).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
  return { offset: error.pos[0], message: `not valid YAML: ${words}${advice[error.code] ?? ""}` };
}
