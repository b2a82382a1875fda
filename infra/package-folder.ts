import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of this package, whether its sources or what they are compiled to are running. */
export const packageFolder = findUp(import.meta.dirname);

/** The file of the command `jira-access`. */
export const commandFile = join(packageFolder, "dist/src/cli/main.js");

function findUp(folder: string): string {
  if (existsSync(join(folder, "Pulumi.yaml"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("this is not run from the package's own folder");
  return findUp(parent);
}
