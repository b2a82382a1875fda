import { realpathSync } from "node:fs";
import nodePath, { type PlatformPath, posix, win32 } from "node:path";
import { quote } from "../quote.js";
import { withSlashes } from "../slashes.js";

/** Why a path cannot be included, or undefined when it can: how it is written, not there, or leads away. */
export function partPathFault(path: string, includingFile: string, rootFile: string): string | undefined {
  const miswritten = partWritingFault(path);
  if (miswritten !== undefined) return miswritten;
  const folder = nodePath.dirname(rootFile);
  const file = partFile(path, includingFile);
  const away = `${quote(path)} leads out of the stack file's folder; put it there`;
  if (leadsAway(folder, file)) return away;
  try {
    return leadsAway(realpathSync(folder), realpathSync(file)) ? away : undefined;
  } catch {
    return `${quote(path)}: no such file; check the path, from the file that includes it`;
  }
}

/** What is wrong with how a path is written, which is the same on every system. */
export function partWritingFault(path: string): string | undefined {
  if (posix.isAbsolute(path) || win32.isAbsolute(path))
    return `${quote(path)} is no relative path; write it from the file that includes it`;
  if (path.includes(win32.sep)) return `${quote(path)}: write / between folders, on Windows too`;
  return /\.ya?ml$/.test(path) ? undefined : `${quote(path)} does not end in .yaml or .yml; name a stack file`;
}

/** The file that a path means in the file which includes it. */
export function partFile(path: string, includingFile: string, { join, dirname, sep }: PlatformPath = nodePath): string {
  return withSlashes(join(dirname(includingFile), path), sep);
}

/** Whether a file is outside of a folder. */
export function leadsAway(folder: string, file: string, system: PlatformPath = nodePath): boolean {
  const way = system.relative(folder, file);
  return way === ".." || way.startsWith(`..${system.sep}`) || system.isAbsolute(way);
}
