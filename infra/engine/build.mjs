// @ts-check
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { bestNode, readJson, root } from "./paths.mjs";
import { startProgress } from "./progress.mjs";
import { run } from "./run.mjs";
import { SetUpError } from "./set-up-error.mjs";

/** @typedef {{ fingerprint: string, sources: string[] }} BuildStamp */

/** Whether dist/ was built from the sources as they are now. */
export function buildIsReady(top = root) {
  const stamp = readStamp(top);
  return stamp !== undefined && stamp.fingerprint === takeStamp(top).fingerprint;
}

/** Compiles src/, infra/ and bench/ into dist/, and bundles the report's page there. */
export async function build({ top = root, runCommand = run, begin = startProgress } = {}) {
  const before = readStamp(top);
  const stamp = takeStamp(top);
  if (before?.sources.some((source) => !stamp.sources.includes(source))) {
    rmSync(join(top, "dist"), { recursive: true, force: true });
  }
  const progress = begin("Compiling");
  const compiler = join(top, "node_modules", "typescript", "bin", "tsc");
  for (const step of [
    [compiler, "-p", join(top, "tsconfig.json")],
    [join(top, "infra", "engine", "bundle-page.mjs")],
  ]) {
    const result = await runCommand(bestNode(), step, { cwd: top });
    if (result.ok) continue;
    progress.stop();
    throw new SetUpError(`The build failed:\n${result.output}\nMend what it names, then run it again.`);
  }
  progress.stop();
  mkdirSync(join(top, "dist"), { recursive: true });
  writeFileSync(stampPath(top), JSON.stringify(stamp));
}

/**
 * What the build depends on: every source and setting by name, size and time of change.
 * @param {string} top
 * @returns {BuildStamp}
 */
function takeStamp(top) {
  const settings = ["package.json", "package-lock.json", "tsconfig.json"].map((name) => join(top, name));
  const files = [...["src", "infra", "bench"].flatMap((folder) => listSources(join(top, folder))), ...settings];
  const hash = createHash("sha256");
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(top, file)} ${size} ${mtimeMs}\n`);
  }
  return { fingerprint: hash.digest("hex"), sources: files.map((file) => relative(top, file)) };
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function listSources(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((left, right) => (left.name < right.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listSources(path);
    return /\.(ts|json|css)$/.test(entry.name) ? [path] : [];
  });
}

/**
 * @param {string} top
 * @returns {BuildStamp | undefined}
 */
function readStamp(top) {
  return existsSync(stampPath(top)) ? readJson(stampPath(top)) : undefined;
}

/** @param {string} top */
function stampPath(top) {
  return join(top, "dist", ".set-up-stamp.json");
}
