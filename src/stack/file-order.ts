import { formatFault, type StackFault } from "../errors.js";

/** Faults file by file and from top to bottom, each once. */
export function inFileOrder(faults: readonly StackFault[], files: readonly string[]): StackFault[] {
  const distinct = new Map(faults.map((fault) => [formatFault(fault), fault]));
  const rank = ({ file }: StackFault) => (files.includes(file) ? files.indexOf(file) : files.length);
  return [...distinct.values()].sort((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
}
