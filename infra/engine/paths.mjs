// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's top folder. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where stamps are kept: gone whenever `npm ci` starts afresh, which is wanted. */
export const stampFolder = join(root, "node_modules", ".cache", "pulumi-jira-access");

/**
 * @param {string} path
 * @returns {any} the parsed file
 */
export function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

/**
 * The Node that npm's package `node` brought along.
 * @param {string} [top]
 * @param {string} [platform]
 */
export function ownNode(top = root, platform = process.platform) {
  return join(top, "node_modules", "node", "bin", platform === "win32" ? "node.exe" : "node");
}

/** The own Node where it is installed, else the one that runs this. */
export function bestNode() {
  return existsSync(ownNode()) ? ownNode() : process.execPath;
}

/** The version of the Pulumi CLI that package.json pins. */
export function pinnedCliVersion() {
  return /** @type {string} */ (readJson(join(root, "package.json")).devDependencies.pulumi);
}

/**
 * The folder in which the npm package `pulumi` looks for the CLI of a version.
 * @param {string} version
 * @param {NodeJS.ProcessEnv} [env]
 */
export function cliFolder(version, env = process.env) {
  return join(env.PULUMI_HOME || join(homedir(), ".pulumi"), "versions", version);
}
