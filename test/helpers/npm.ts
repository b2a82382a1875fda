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

/**
 * Installs what a program depends on into its folder, all that this repository has too at its versions, which npm's cache
 * holds on a machine where `npm ci` was run; so it needs a registry only where the cache is cold.
 * @param packed what comes from tarballs, by the place that it gets in the folder.
 * @returns whether it is installed; it is not where a package is neither in the cache nor to be had from a registry.
 */
export async function install(
  folder: string,
  manifest: Manifest,
  packed: Readonly<Record<string, Packed>>,
): Promise<boolean> {
  const { packages, ...lock } = JSON.parse(readFileSync(join(packageFolder, "package-lock.json"), "utf8"));
  const entries = Object.entries(packed).map(([place, one]) => [place, { ...one.manifest, resolved: addressOf(one) }]);
  const withOwn = { ...packages, "": manifest, ...Object.fromEntries(entries) };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ ...lock, name: manifest.name, packages: withOwn }));
  try {
    await npm(folder, "install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund");
    return true;
  } catch (error) {
    if (/npm error code (ENOT(FOUND|CACHED)|ECONN\w+|ETIMEDOUT|EAI_AGAIN)$/m.test(String(error))) return false;
    throw error;
  }
}

async function npm(cwd: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)("npm", words, { cwd, timeout: patienceMs });
  return stdout;
}
