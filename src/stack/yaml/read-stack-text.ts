import { readFileSync, statSync } from "node:fs";
import { StackError } from "../../errors.js";
import { describeFileFault } from "../../file-error.js";

const mostBytes = 1_000_000;

/**
 * The text of a stack file, without a byte order mark.
 * @throws StackError when it cannot be read, is larger than a megabyte, or is not UTF-8.
 */
export function readStackText(file: string): string {
  const bytes = readBytes(file);
  const text = new TextDecoder().decode(bytes);
  const broken = firstDifference(bytes, text);
  if (broken === undefined) return text;
  const before = new TextDecoder().decode(bytes.subarray(0, broken)).split("\n");
  refuse(file, "a byte that is not UTF-8; save the file as UTF-8", before.length, (before.at(-1)?.length ?? 0) + 1);
}

function readBytes(file: string): Buffer {
  try {
    const found = statSync(file);
    if (!found.isFile() && !found.isDirectory()) refuse(file, "not a regular file; name a file on the disk");
    if (found.size > mostBytes) refuse(file, "larger than 1 MB; split it into parts that it includes");
    return readFileSync(file);
  } catch (error) {
    if (error instanceof StackError) throw error;
    refuse(file, describeFileFault(error));
  }
}

function firstDifference(bytes: Buffer, text: string): number | undefined {
  const mark = bytes.subarray(0, 3).equals(byteOrderMark) ? 3 : 0;
  const expected = Buffer.from(text);
  const body = bytes.subarray(mark);
  if (body.equals(expected)) return undefined;
  return mark + body.findIndex((byte, index) => byte !== expected[index]);
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

function refuse(file: string, message: string, line = 1, column = 1): never {
  throw new StackError([{ file, line, column, message }]);
}
