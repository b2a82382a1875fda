// @ts-check
import { accessSync, chmodSync, constants, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./paths.mjs";

/** Whether the command `jira-access` stands beside those of the npm packages and runs what was built here. */
export function commandIsReady(top = root, platform = process.platform) {
  const { program, link } = placesIn(top, platform);
  if (!existsSync(link)) return false;
  if (platform === "win32") return true;
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Puts the command `jira-access` beside those of the npm packages. */
export function linkCommand(top = root, platform = process.platform) {
  const { folder, program, link } = placesIn(top, platform);
  mkdirSync(folder, { recursive: true });
  rmSync(link, { force: true });
  const target = relative(folder, program);
  if (platform === "win32") writeFileSync(link, `@node "%~dp0${target}" %*\r\n`);
  else {
    symlinkSync(target, link);
    chmodSync(program, 0o755);
  }
}

/**
 * @param {string} top
 * @param {string} platform
 */
function placesIn(top, platform) {
  const folder = join(top, "node_modules", ".bin");
  return {
    folder,
    program: join(top, "dist", "src", "cli", "main.js"),
    link: join(folder, platform === "win32" ? "jira-access.cmd" : "jira-access"),
  };
}
