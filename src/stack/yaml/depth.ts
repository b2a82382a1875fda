import type { CST } from "yaml";

/** Where the first collection begins that is nested deeper than allowed; found without recursion, before composing. */
export function findTooDeep(tokens: readonly CST.Token[], deepest: number): number | undefined {
  let level = tokens;
  for (let depth = 0; level.length > 0; depth++) {
    const collections = level.flatMap(childrenOf).filter(isCollection);
    if (depth === deepest && collections[0] !== undefined) return collections[0].offset;
    level = collections;
  }
  return undefined;
}

function isCollection(token: CST.Token): boolean {
  return token.type === "block-map" || token.type === "block-seq" || token.type === "flow-collection";
}

function childrenOf(token: CST.Token): CST.Token[] {
  if (token.type === "document") return token.value === undefined ? [] : [token.value];
  if (token.type !== "block-map" && token.type !== "block-seq" && token.type !== "flow-collection") return [];
  return token.items.flatMap((item) => [item.key, item.value]).filter((child) => child !== null && child !== undefined);
}
