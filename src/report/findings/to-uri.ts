import { posix, win32 } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * The address of a file in a report: relative to where the command ran, as the file's name is; else with `file:` before it.
 * @param isOnWindows whether the path is one of Windows. Default: whether this runs on it.
 */
export function toUri(path: string, isOnWindows = process.platform === "win32"): string {
  const { isAbsolute } = isOnWindows ? win32 : posix;
  if (isAbsolute(path)) return pathToFileURL(path, { windows: isOnWindows }).href;
  return path.split("/").map(encodeURIComponent).join("/");
}
