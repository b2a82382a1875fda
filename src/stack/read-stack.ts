import { StackError, type StackFault } from "../errors.js";
import type { Origin } from "../model/desired-access.js";
import { checkDeclaration } from "./check.js";
import { type Finding, formatOrigin } from "./finding.js";
import { describeValue } from "./quote.js";
import { readShape } from "./read-shape.js";
import { readStackText } from "./read-stack-text.js";
import { readTree } from "./read-tree.js";
import type { Declaration } from "./schema.js";
import { findNode, offsetOf, toData } from "./tree.js";

/** A place in a file; both count from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** A valid stack file: what it declares, and where each part of that stands. */
export interface Stack {
  /** The file's name as it was given, for messages. */
  readonly file: string;
  readonly declaration: Declaration;
  /** Where a value stands, or, for a map or a list, its key; for what the file lacks, what should have held it. */
  place(origin: Origin): Place;
  /** A fault in a part of the file that only a site could show; the message is put after the part's path. */
  fault(origin: Origin, message: string): StackFault;
}

/**
 * Reads and checks a stack file from the disk.
 * @throws StackError with every fault found, in the order of the file; also when the file cannot be read.
 */
export function readStack(file: string): Stack {
  return parseStack(file, readStackText(file));
}

/**
 * Checks a stack file's text; `file` only names it in messages.
 * @throws StackError with every fault found, in the order of the file.
 */
export function parseStack(file: string, text: string): Stack {
  const { root, faults, placeOf } = readTree(text.replace(/^\uFEFF/, ""));
  const located = faults.map(({ offset, message, first }): StackFault => {
    const again = first === undefined ? "" : `, already at line ${placeOf(first).line}`;
    return { file, ...placeOf(offset), message: `${message}${again}` };
  });
  if (root === undefined) throw new StackError(inFileOrder(located));
  if (root.content.kind !== "map") {
    const message = `expected a map with integrationUsers, permissionSchemes, projects or projectRoles, found ${describeValue(toData(root))}`;
    throw new StackError(inFileOrder([...located, { file, ...placeOf(root.offset), message }]));
  }

  const toFault = ({ origin, at, message }: Finding): StackFault => {
    const { node, rest } = findNode(root, origin);
    const path = formatOrigin([...node.origin, ...rest]);
    return { file, ...placeOf(offsetOf(node, at)), message: `${path}: ${message}` };
  };
  const place = (origin: Origin): Place => placeOf(offsetOf(findNode(root, origin).node));

  const shape = readShape(root);
  const shapeFaults = shape.findings.map(toFault);
  const declaration = shape.sound();
  const checkFaults =
    declaration === undefined ? [] : checkDeclaration(declaration, (origin) => place(origin).line).map(toFault);
  const all = inFileOrder([...located, ...shapeFaults, ...checkFaults]);
  if (all.length > 0 || declaration === undefined) throw new StackError(all);
  return { file, declaration, place, fault: (origin, message) => toFault({ origin, message }) };
}

function inFileOrder(faults: readonly StackFault[]): StackFault[] {
  const seen = new Map(faults.map((fault) => [`${fault.line}:${fault.column}: ${fault.message}`, fault]));
  return [...seen.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}
