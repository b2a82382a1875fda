import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { StackError } from "../errors.js";
import { nearest } from "../model/nearest.js";
import { didYouMean } from "./flaw.js";
import { quoteIfNeeded } from "./quote.js";
import { withSlashes } from "./slashes.js";

/** Every stack file of a folder, in alphabetical order; Pulumi's own settings beside them are none. */
export function stackFiles(folder = "stacks"): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml") && !name.startsWith("Pulumi."));
  return names.sort().map((name) => withSlashes(join(folder, name)));
}

/**
 * The file of a stack that is given by its name (`demo` for `stacks/demo.yaml`) or by the file's path.
 * A text that ends in .yaml or .yml, or that holds a slash, is a path. The file is named with `/` on every system.
 * @throws StackError when there is no such file, with the stacks that there are.
 */
export function stackFileOf(stackNameOrPath: string, folder = "stacks"): string {
  const isPath = /[\\/]|\.ya?ml$/.test(stackNameOrPath);
  const file = withSlashes(isPath ? stackNameOrPath : join(folder, `${stackNameOrPath}.yaml`));
  if (existsSync(file)) return file;
  const names = stackFiles(folder).map((path) => basename(path, ".yaml"));
  const all =
    names.length === 0
      ? `; there are no stack files in ${folder}`
      : `; stacks here: ${names.map(quoteIfNeeded).join(", ")}`;
  const near = nearest(basename(file).replace(/\.ya?ml$/, ""), names);
  throw new StackError([{ file, line: 1, column: 1, message: `no such file${didYouMean(near)}${all}` }]);
}
