import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readLayers } from "./read-architecture.js";

const allowed = readLayers();
const layers = [...allowed.keys()];
const packages = [
  "axios",
  "yaml",
  "hono",
  "@hono/node-server",
  "@pulumi/pulumi",
  "commander",
  "execa",
  "yocto-spinner",
];

interface Report {
  readonly diagnostics: readonly { readonly category: string; readonly location: { readonly path: string } }[];
}

const folder = mkdtempSync(join(tmpdir(), "layers-"));
let refused: string[];

beforeAll(() => {
  cpSync("biome.json", join(folder, "biome.json"));
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  execFileSync("git", ["init", "--quiet", folder]);
  for (const layer of layers) {
    for (const target of [...layers, "infra", ...packages]) writeProbe(layer, target);
  }
  refused = lint();
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each([...allowed])("%s imports only what it may", (layer, may) => {
  const mayNot = [...layers, "infra", ...packages].filter((target) => target !== layer && !may.includes(target));
  expect(refusedIn(layer)).toEqual(may.includes("everything") ? [] : mayNot.map(fileOf).sort());
});

/** A file of one layer, one folder down, that imports one thing. */
function writeProbe(layer: string, target: string): void {
  if (layer === target) return;
  const path = join(folder, "src", layer, fileOf(target));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `import { x } from "${packages.includes(target) ? target : `../../${target}/x.js`}";\nx();\n`);
}

function fileOf(target: string): string {
  return `probes/${target.replace("@", "").replace("/", "-")}.ts`;
}

function refusedIn(layer: string): string[] {
  const folder = `src/${layer}/`;
  return refused
    .filter((path) => path.startsWith(folder))
    .map((path) => path.slice(folder.length))
    .sort();
}

/** The files in which the linter refuses an import. */
function lint(): string[] {
  const biome = join("node_modules", "@biomejs", "biome", "bin", "biome");
  const flags = ["lint", "--only=style/noRestrictedImports", "--max-diagnostics=none", "--reporter=json"];
  const { stdout } = spawnSync(process.execPath, [biome, ...flags], { cwd: folder, encoding: "utf8" });
  const report = JSON.parse(stdout) as Report;
  return report.diagnostics.map(({ location }) => location.path);
}
