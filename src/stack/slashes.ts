import { posix, sep, win32 } from "node:path";

/**
 * The path of a stack file as it is named on every system: with `/` between folders, which Windows reads as well. So the
 * same file has the same name in messages, SARIF files and annotations wherever they are made.
 * @param separator the system's own; where it is `/`, a `\` is part of a name.
 */
export function withSlashes(path: string, separator = sep): string {
  return separator === win32.sep ? path.replaceAll(win32.sep, posix.sep) : path;
}
