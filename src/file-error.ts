import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { presentable } from "./errors.js";

/** A file that cannot be read or written, or holds something else than it should: `FILE: why; what to do`. */
export class FileError extends Error {
  override readonly name = "FileError";
  readonly kind = "file";

  constructor(file: string, why: string) {
    super(presentable(`${file}: ${why}`));
  }
}

/** A fault at a place in a text, thrown by a parser that does not know the file's name; line and column count from 1. */
export class TextFault extends Error {
  override readonly name = "TextFault";
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column = 1) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/**
 * What a parser makes of a file's text.
 * @param cure what to do where it is of another form, as in "name a file that adopt --backup wrote".
 * @throws FileError with the line and column of what the parser objects to, where it tells them.
 */
export function readFileAs<T>(file: string, parse: (text: string) => T, cure: string): T {
  const text = readText(file);
  try {
    return parse(text);
  } catch (error) {
    const { place, why } = describeFault(error);
    throw new FileError(`${file}${place}`, `${why}; ${cure}`);
  }
}

/**
 * Makes sure, before the work whose result it is for, that a file can be made.
 * @throws FileError where its folder is not there, or a file of that name is.
 */
export function requireNew(file: string): void {
  requireFolderOf(file);
  if (existsSync(file)) throw new FileError(file, writingFaults.EEXIST);
}

/**
 * The same for a file that may be there already.
 * @throws FileError where its folder is not there.
 */
export function requireFolderOf(file: string): void {
  if (!existsSync(dirname(file))) throw new FileError(file, writingFaults.ENOENT);
}

/** The error for a file that could not be written. */
export function unwritable(file: string, error: unknown): FileError {
  return new FileError(file, describeFileFault(error, "written"));
}

/** Why a file could not be used, by Node's error about it, and what to do about that. */
export function describeFileFault(error: unknown, use: "read" | "written" = "read"): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown fault";
  const known: Readonly<Record<string, string>> = use === "written" ? { ...faults, ...writingFaults } : faults;
  return known[code] ?? `it cannot be ${use} (${code})`;
}

const faults: Readonly<Record<string, string>> = {
  ENOENT: "no such file; check the path",
  ENOTDIR: "no such file; a part of its path is no folder",
  EISDIR: "a folder, not a file; name a file in it",
  ELOOP: "a link that leads in a circle; name the file itself",
  ENAMETOOLONG: "no such file; the name is too long",
  EACCES: "permission denied; let your user have access to it",
  EPERM: "permission denied; let your user have access to it",
  EROFS: "the disk takes no changes; name another place",
  ENOSPC: "the disk is full; make room on it",
  EMFILE: "too many files are open; close other programs",
};

const writingFaults = {
  ENOENT: "there is no such folder; make it, or name another",
  EEXIST: "there is a file of that name already; name another",
} as const;

/**
 * What a file holds, as UTF-8.
 * @throws FileError
 */
export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new FileError(file, describeFileFault(error));
  }
}

function describeFault(error: unknown): { readonly place: string; readonly why: string } {
  if (error instanceof TextFault) return { place: `:${error.line}:${error.column}`, why: error.message };
  const { message } = error as Error;
  if (!(error instanceof SyntaxError)) return { place: "", why: message };
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? [];
  return { place: line === undefined ? "" : `:${line}:${column}`, why: "not valid JSON" };
}
