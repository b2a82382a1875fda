import { formatFault, StackError } from "../../src/errors.js";
import { parseStack } from "../../src/stack/read-stack.js";

/** The printed faults of a text, read as the file `x.yaml`; none when it is valid. */
export function faultsOf(text: string): string[] {
  try {
    parseStack("x.yaml", text);
    return [];
  } catch (error) {
    if (error instanceof StackError) return error.faults.map(formatFault);
    throw error;
  }
}
