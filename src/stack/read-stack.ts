import { StackError, type StackFault } from "../errors.js";
import type { Origin } from "../model/desired-access.js";
import { checkDeclaration } from "./check/check-declaration.js";
import { inFileOrder } from "./file-order.js";
import { type Flaw, formatOrigin } from "./flaw.js";
import { readShape } from "./read-shape.js";
import type { Declaration } from "./schema/schema.js";
import { type Place, readSource, type Source } from "./yaml/read-source.js";
import { readStackText } from "./yaml/read-stack-text.js";
import { findNode, offsetOf } from "./yaml/tree.js";

/** A valid stack file: what it declares, and where each part of that stands. */
export interface Stack {
  /** The file's name as it was given, for messages. */
  readonly file: string;
  /** All files that it is made of, in the order in which they are read. */
  readonly files: readonly string[];
  readonly declaration: Declaration;
  /** Where a value stands, or, for a map or a list, its key; for what the file lacks, what should have held it. */
  place(origin: Origin): Place;
  /** A fault in a part of the file that only a site could show; the message is put after the part's path. */
  fault(origin: Origin, message: string): StackFault;
}

/**
 * Reads and checks a stack file from the disk, with the files that it includes.
 * @throws StackError with the faults found, file by file; also when a file cannot be read.
 */
export function readStack(file: string): Stack {
  return checkStack(file, readSource(file, readStackText(file), readStackText));
}

/**
 * Checks a stack file's text, which may include nothing; `file` only names it in messages.
 * @throws StackError with every fault found, in the order of the file.
 */
export function parseStack(file: string, text: string): Stack {
  return checkStack(file, readSource(file, text));
}

function checkStack(file: string, { root, files, isWhole, faults, placeOf }: Source): Stack {
  if (root === undefined) throw new StackError(inFileOrder(faults, files));

  const toFault = ({ origin, at, message }: Flaw): StackFault => {
    const { node, rest } = findNode(root, origin);
    const path = formatOrigin([...node.origin, ...rest]);
    return { ...placeOf(offsetOf(node, at)), message: `${path}: ${message}` };
  };
  const place = (origin: Origin): Place => placeOf(offsetOf(findNode(root, origin).node));
  const lineOf = (origin: Origin): string => {
    const { file, line } = place(origin);
    return files.length > 1 ? `${line} of ${file}` : `${line}`;
  };

  const shape = readShape(root);
  const shapeFaults = shape.flaws.map(toFault);
  const declaration = shape.sound();
  const checkFaults = declaration === undefined || !isWhole ? [] : checkDeclaration(declaration, lineOf).map(toFault);
  const all = inFileOrder([...faults, ...shapeFaults, ...checkFaults], files);
  if (all.length > 0 || declaration === undefined) throw new StackError(all);
  return { file, files, declaration, place, fault: (origin, message) => toFault({ origin, message }) };
}
