import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { packageFolder } from "../../infra/package-folder.js";

const patienceMs = 180_000;

/** What stands in a `package.json`. */
type Manifest = Readonly<Record<string, unknown>> & { readonly version: string };

/** A package as it would be published. */
export interface Packed {
  readonly tarball: string;
  readonly manifest: Manifest;
}

/**
 * Packs a package.
 * @param destination the folder for the tarball.
 */
export async function pack(folder: string, destination: string): Promise<Packed> {
  const printed = await npm(folder, "pack", "--json", "--ignore-scripts", "--pack-destination", destination);
  const [{ filename }] = JSON.parse(printed);
  return { tarball: join(destination, filename), manifest: readManifest(folder) };
}

/** What a `package.json` has to say to depend on a packed package. */
export function addressOf({ tarball }: Packed): string {
  return `file:${tarball}`;
}

/** What `package.json` in a folder says. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

/** What npm is told where packages come out of its cache, by the environment. */
export const fromCache = { npm_config_prefer_offline: "true", npm_config_ignore_scripts: "true" };

/**
 * Locks what a program in a folder depends on, all that this repository has too at its versions, which npm's cache holds
 * on a machine where `npm ci` was run; so what installs it needs a registry only where the cache is cold.
 * @param packed what comes from tarballs, by the place that it gets in the folder.
 */
export function lock(folder: string, manifest: Manifest, packed: Readonly<Record<string, Packed>>): void {
  const { packages, ...head } = JSON.parse(readFileSync(join(packageFolder, "package-lock.json"), "utf8"));
  const entries = Object.entries(packed).map(([place, one]) => [place, { ...one.manifest, resolved: addressOf(one) }]);
  const withOwn = { ...packages, "": manifest, ...Object.fromEntries(entries) };
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ ...head, name: manifest.name, packages: withOwn }));
}

/** Installs what a program in a folder depends on, as it was locked. */
export async function install(folder: string, manifest: Manifest): Promise<void> {
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  await npm(folder, "install", "--no-audit", "--no-fund");
}

/**
 * Whether something could install; it cannot where a package is neither in npm's cache nor to be had from a registry.
 * @throws whatever else went wrong.
 */
export async function couldInstall(installing: Promise<unknown>): Promise<boolean> {
  try {
    await installing;
    return true;
  } catch (error) {
    if (/npm error code (ENOT(FOUND|CACHED)|ECONN\w+|ETIMEDOUT|EAI_AGAIN)$/m.test(String(error))) return false;
    throw error;
  }
}

async function npm(cwd: string, ...words: readonly string[]): Promise<string> {
  const env = { ...process.env, ...fromCache };
  const { stdout } = await promisify(execFile)("npm", words, { cwd, env, timeout: patienceMs });
  return stdout;
}
