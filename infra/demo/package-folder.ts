import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of this package, whether its sources or what they are compiled to are running. */
export const packageFolder = findUp(import.meta.dirname);

function findUp(folder: string): string {
  if (existsSync(join(folder, "Pulumi.yaml"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("this is not run from the package's own folder");
  return findUp(parent);
}
