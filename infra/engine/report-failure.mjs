// @ts-check
import { SetUpError } from "./set-up-error.mjs";

/**
 * Ends the process with 1 after saying why; a stack is shown only for what nobody foresaw.
 * @param {unknown} error
 */
export function reportFailure(error) {
  const text = error instanceof SetUpError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
