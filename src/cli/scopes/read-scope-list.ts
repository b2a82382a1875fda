import { readFileSync } from "node:fs";
import { StackError } from "../../errors.js";
import { describeFileFault } from "../../file-error.js";
import type { ScopeList } from "./scope-list.js";
import { readTextScopes } from "./text-scope-list.js";
import { readYamlScopes } from "./yaml-scope-list.js";

/**
 * Reads a file with scopes: YAML or JSON by its name, else plain text.
 * @throws StackError when it is not there, or holds no list of scopes.
 */
export function readScopeList(file: string): ScopeList {
  const text = readText(file);
  return /\.(ya?ml|json)$/.test(file) ? readYamlScopes(file, text) : readTextScopes(text);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new StackError([{ file, line: 1, column: 1, message: describeFileFault(error) }]);
  }
}
