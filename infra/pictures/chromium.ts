import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** Why tests in a browser are skipped. */
export const noChromium = `no ${names[0]} on this machine's PATH (Debian: apt-get install chromium), nor in CHROMIUM`;

/** Where a Chromium is: what CHROMIUM says, else the first of its names on the path. */
function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [
    process.env.CHROMIUM ?? "",
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
  ];
  return candidates.find((path) => path !== "" && isProgram(path));
}

/** Starts a Chromium without a window; undefined where there is none. Its sandbox does not work for root. */
export async function startChromium(): Promise<Browser | undefined> {
  const executablePath = findChromium();
  if (executablePath === undefined) return undefined;
  return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
