import { styleText } from "node:util";
import { exitCodes } from "../../catalogue/exit-codes.js";
import { escapeUnprintable } from "../../escape-unprintable.js";
import { describeFileFault } from "../../file-error.js";

/**
 * Prints text on stdout, with nothing in it that a terminal obeys: names on a site are anybody's words. A line break that
 * is missing at the end is added.
 */
export function printOut(text: string): void {
  process.stdout.write(escapeUnprintable(endLine(text)));
}

/** Prints data as JSON on stdout, safe for a terminal too: what is escaped means the same. */
export function printJson(data: unknown): void {
  printOut(JSON.stringify(data, null, 2));
}

/** Prints a line that begins with a word in colour, where stdout shows colours. */
export function printMarked(mark: string, colour: "green" | "yellow" | "red", text: string): void {
  const word = styleText(colour, mark, { stream: process.stdout });
  process.stdout.write(`${word}${escapeUnprintable(endLine(text))}`);
}

/** Prints what is to be kept as a file: not a character is changed on the way into one, what a terminal obeys is at one. */
export function printFile(content: string): void {
  if (process.stdout.isTTY) printOut(content);
  else process.stdout.write(content);
}

/** Says something on stderr, beside the result; what a terminal obeys is escaped here too. */
export function printAside(text: string): void {
  process.stderr.write(escapeUnprintable(endLine(text)));
}

/**
 * Lets the process go on quietly where nobody reads any more what it prints, as in `jira-access explain ann | head -1`:
 * what was begun on a site is finished, and the exit code stays true. What cannot be printed for another reason, such as a
 * full disk, is told, and ends the process with 1.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") return;
      process.exitCode = exitCodes.failed;
      if (stream === process.stdout) printAside(`stdout: ${describeFileFault(error, "written")}`);
    });
  }
}

function endLine(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
