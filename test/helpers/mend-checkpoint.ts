import { copyFileSync, existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Does what docs/reliability.md tells people to do where a kill met the engine while it wrote a state in a folder, which
 * is then empty: puts back the one before, which the engine keeps beside it.
 */
export function mendCheckpoint({ PULUMI_BACKEND_URL = "" }: Readonly<Record<string, string>>): void {
  if (!PULUMI_BACKEND_URL.startsWith("file://")) return;
  const folder = join(fileURLToPath(PULUMI_BACKEND_URL), ".pulumi/stacks");
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const file = join(folder, name);
    const before = `${file}.bak`;
    if (name.endsWith(".json") && statSync(file).size === 0 && existsSync(before)) copyFileSync(before, file);
  }
}
