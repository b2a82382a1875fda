import {
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { StackError } from "../../errors.js";
import { rewriteItems, type ScopeItem } from "./rewrite-items.js";
import type { ScopeList } from "./scope-list.js";

/**
 * Reads the scopes of a Forge manifest (`permissions: scopes:`, a list, or a map for Forge's per-scope settings), or of
 * a YAML or JSON file that is a list, or has `scopes:` at its top.
 * @throws StackError when the file cannot be parsed or has no such list, with the place.
 */
export function readYamlScopes(file: string, text: string): ScopeList {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const refuse = (offset: number, message: string) => new StackError([{ file, ...place(offset), message }]);

  const [error] = document.errors;
  if (error) throw refuse(error.pos[0], `not valid YAML: ${error.message}`);
  const list = findList(document);
  if (list === undefined)
    throw refuse(0, "it has no list of scopes; name a Forge manifest with permissions.scopes, or a list");
  const items = readItems(text, list, (offset) => refuse(offset, "permissions.scopes: a scope must be a text"));
  const [from = 0, to = 0] = list.range ?? [];
  const shape = { isMap: isMap(list), isFlow: list.flow === true, from, to };
  return {
    entries: items.map(({ scope, from }) => ({ scope, ...place(from) })),
    rewrite: (kept, added) => rewriteItems(text, items, shape, kept, added),
  };
}

function findList(document: Document): YAMLSeq | YAMLMap | undefined {
  if (isSeq(document.contents)) return document.contents;
  const named = [document.getIn(["permissions", "scopes"]), document.getIn(["scopes"])];
  return named.find((node): node is YAMLSeq | YAMLMap => isSeq(node) || isMap(node));
}

function readItems(text: string, list: YAMLSeq | YAMLMap, refuse: (offset: number) => StackError): ScopeItem[] {
  return list.items.map((item) => {
    const name = isPair(item) ? item.key : item;
    const [from = 0, nameEnd = from] = isScalar(name) ? (name.range ?? []) : [];
    if (!isScalar(name) || typeof name.value !== "string") throw refuse(from);
    const valueEnd = isPair(item) && isNode(item.value) ? (item.value.range?.[1] ?? nameEnd) : nameEnd;
    return { scope: name.value, from, nameEnd, to: text.slice(0, Math.max(nameEnd, valueEnd)).trimEnd().length };
  });
}
