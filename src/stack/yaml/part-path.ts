import { realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { quote } from "../quote.js";

/** Why a path cannot be included, or undefined when it can: it is absolute, no YAML file, not there, or leads away. */
export function partPathFault(path: string, includingFile: string, rootFile: string): string | undefined {
  if (isAbsolute(path)) return `${quote(path)} is no relative path`;
  if (!/\.ya?ml$/.test(path)) return `${quote(path)} does not end in .yaml or .yml`;
  const folder = dirname(rootFile);
  const file = partFile(path, includingFile);
  const away = `${quote(path)} leads out of the stack file's folder`;
  if (leadsAway(folder, file)) return away;
  try {
    return leadsAway(realpathSync(folder), realpathSync(file)) ? away : undefined;
  } catch {
    return `${quote(path)}: no such file`;
  }
}

/** The file that a path means in the file which includes it. */
export function partFile(path: string, includingFile: string): string {
  return join(dirname(includingFile), path);
}

function leadsAway(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
}
