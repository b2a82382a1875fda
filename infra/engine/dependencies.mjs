// @ts-check
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ownNode, readJson, root } from "./paths.mjs";
import { startProgress } from "./progress.mjs";
import { run } from "./run.mjs";
import { SetUpError } from "./set-up-error.mjs";

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} LockFile
 */

const oldestNpm = 7;

/** Whether node_modules holds exactly what package-lock.json says. */
export function dependenciesAreReady(top = root) {
  const installed = join(top, "node_modules", ".package-lock.json");
  if (!existsSync(installed) || !existsSync(ownNode(top))) return false;
  return isInstalled(readJson(join(top, "package-lock.json")), readJson(installed));
}

/**
 * Compares the lock file with the one that npm leaves in node_modules; packages for other platforms may be absent.
 * @param {LockFile} wanted
 * @param {LockFile} installed
 */
export function isInstalled(wanted, installed) {
  const present = installed.packages || {};
  const locked = wanted.packages || {};
  const missing = Object.keys(locked).some((path) => path !== "" && !present[path] && !locked[path]?.optional);
  const foreign = Object.keys(present).some((path) => !isSame(locked[path], present[path]));
  return !missing && !foreign;
}

/** Installs what package-lock.json says. */
export async function installDependencies({ runCommand = run, begin = startProgress } = {}) {
  const env = { ...process.env, PATH: pathWithoutOwnTools(), JIRA_ACCESS_SET_UP: "running" };
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { ok, output, reason } = await runCommand(npm, ["--version"], { cwd: root, env });
  if (!ok) throw new SetUpError(`npm does not run: ${reason}. Install Node with npm ${oldestNpm} or newer.`);
  const npmVersion = output.trim().split("\n").pop() || "";
  if (Number.parseInt(npmVersion, 10) < oldestNpm) {
    throw new SetUpError(`npm ${npmVersion} is too old to read package-lock.json: install npm ${oldestNpm} or newer.`);
  }
  const progress = begin("Installing npm packages");
  const flags = ["--include=dev", "--ignore-scripts=false", "--no-audit", "--no-fund", "--loglevel=error"];
  const result = await runCommand(npm, ["ci", ...flags], { cwd: root, env });
  progress.stop();
  if (!result.ok) {
    const said = result.output.trim().split("\n").slice(0, 20).join("\n");
    throw new SetUpError(`npm ci failed:\n${said}\nMend what it names; behind a proxy, set HTTPS_PROXY.`);
  }
  if (!existsSync(ownNode()))
    throw new SetUpError(
      "npm ci left no Node behind: npm's package `node` could not install. Allow its install script.",
    );
}

/**
 * PATH without this project's own tools: npm must not run on a Node that it is about to replace.
 * @param {NodeJS.ProcessEnv} [env]
 */
function pathWithoutOwnTools(env = process.env) {
  const own = join(root, "node_modules");
  return (env.PATH || "")
    .split(delimiter)
    .filter((folder) => !folder.startsWith(own))
    .join(delimiter);
}

/**
 * @param {LockedPackage | undefined} left
 * @param {LockedPackage | undefined} right
 */
function isSame(left, right) {
  return left !== undefined && left.version === right?.version && left.integrity === right?.integrity;
}
