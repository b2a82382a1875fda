import {
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { StackError } from "../../errors.js";
import type { ScopeList } from "./scope-list.js";

/**
 * Reads the scopes of a Forge manifest (`permissions: scopes:`, a list, or a map for Forge's per-scope settings), or of
 * a YAML or JSON file that is a list, or has `scopes:` at its top.
 * @throws StackError when the file cannot be parsed or has no such list, with the place.
 */
export function readYamlScopes(file: string, text: string): ScopeList {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const [error] = document.errors;
  if (error) throw new StackError([{ file, ...place(error.pos[0]), message: error.message.split("\n")[0] ?? "" }]);
  const list = findList(document);
  if (list === undefined)
    throw new StackError([{ file, line: 1, column: 1, message: "has no list permissions.scopes" }]);
  const entries = list.items.map((item) => {
    const scalar = isPair(item) ? item.key : item;
    const start = isScalar(scalar) ? (scalar.range?.[0] ?? 0) : 0;
    if (isScalar(scalar) && typeof scalar.value === "string") return { scope: scalar.value, ...place(start) };
    throw new StackError([{ file, ...place(start), message: "permissions.scopes: a scope must be a text" }]);
  });
  return { entries, rewrite: (kept, added) => rewrite(file, text, document, list, kept, added) };
}

function findList(document: Document): YAMLSeq | YAMLMap | undefined {
  const candidates = [document.contents, document.getIn(["permissions", "scopes"]), document.getIn(["scopes"])];
  const [whole, ...named] = candidates;
  if (isSeq(whole)) return whole;
  return named.find((node): node is YAMLSeq | YAMLMap => isSeq(node) || isMap(node));
}

function rewrite(
  file: string,
  text: string,
  document: Document,
  list: YAMLSeq | YAMLMap,
  kept: readonly (string | undefined)[],
  added: readonly string[],
): string {
  for (const [index, item] of list.items.entries()) {
    const scope = kept[index];
    const scalar = (isPair(item) ? item.key : item) as Scalar;
    if (scope !== undefined) scalar.value = scope;
  }
  const isKept = (_: unknown, index: number) => kept[index] !== undefined;
  if (isMap(list)) list.items = list.items.filter(isKept);
  else list.items = list.items.filter(isKept);
  for (const scope of added) {
    if (isMap(list)) list.add(document.createPair(scope, {}));
    else list.add(document.createNode(scope));
  }
  if (file.endsWith(".json")) return `${JSON.stringify(document.toJS(), null, /\n(\s+)\S/.exec(text)?.[1] ?? 2)}\n`;
  const indentSeq = !/^( *)[\w"']+:[^\S\n]*\n(?:\s*#.*\n)*\1- /m.test(text);
  return document.toString({ lineWidth: 0, indentSeq });
}
