// @ts-check
// The script and the style of the report's page: many modules as one text each, as an HTML file carries them.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { root } from "./paths.mjs";

const styles = ["page", "tiers", "summary", "users", "matrix", "why", "print"];

/**
 * Bundles what is in src/page.
 * @returns {Promise<{ script: string, style: string }>}
 */
export async function bundlePage() {
  const folder = join(root, "src", "page");
  const bundle = await rolldown({
    input: join(folder, "main.ts"),
    platform: "browser",
    resolve: { extensionAlias: { ".js": [".ts"] } },
  });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  await bundle.close();
  const style = styles.map((name) => readFileSync(join(folder, "style", `${name}.css`), "utf8")).join("\n");
  return { script: output[0].code, style };
}

/** Writes both where the command finds them. */
async function writePage() {
  const folder = join(root, "dist", "src", "report", "html");
  const { script, style } = await bundlePage();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "page.js"), script);
  writeFileSync(join(folder, "page.css"), style);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writePage();
