import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from "yaml";
import type { Origin } from "../../model/desired-access.js";
import { formatOrigin, type OffsetFault } from "../flaw.js";
import { quote, quoteIfNeeded } from "../quote.js";
import type { TreeContent, TreeNode } from "./tree.js";

const mostNodes = 100_000;
const mostAliases = 100;
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

interface Growth {
  readonly document: Document;
  readonly faults: OffsetFault[];
  nodes: number;
  aliases: number;
  isWhole: boolean;
}

interface Seat {
  readonly origin: Origin;
  readonly keyOffset?: number;
  /** Where the alias stands that stands for this value: the place of all that is under it. */
  readonly alias?: number;
}

/**
 * The tree of a document without syntax errors, and what in its keys, its size and its aliases is refused.
 * Without a tree where the aliases or the size are, since what they should have held is unknown.
 */
export function plantTree(document: Document): { readonly root?: TreeNode; readonly faults: readonly OffsetFault[] } {
  const growth: Growth = { document, faults: [], nodes: 0, aliases: 0, isWhole: true };
  const root = grow(growth, document.contents, { origin: [] });
  return growth.isWhole ? { root, faults: growth.faults } : { faults: growth.faults };
}

function grow(growth: Growth, node: Node | null, seat: Seat): TreeNode {
  const offset = seat.alias ?? node?.range?.[0] ?? seat.keyOffset ?? 0;
  growth.nodes += 1;
  if (growth.nodes === mostNodes)
    giveUp(growth, offset, seat.origin, `more than ${mostNodes} values, aliases counted; make several stacks of it`);
  const content = growth.nodes < mostNodes ? grownContent(growth, node, seat, offset) : nothing;
  const { origin, keyOffset } = seat;
  return keyOffset === undefined ? { origin, offset, content } : { origin, offset, keyOffset, content };
}

const nothing: TreeContent = { kind: "scalar", value: null };

function grownContent(growth: Growth, node: Node | null, seat: Seat, offset: number): TreeContent {
  if (isAlias(node)) return aliasedContent(growth, node, seat, offset);
  if (isMap<Node, Node | null>(node)) return { kind: "map", entries: grownEntries(growth, node, seat, offset) };
  if (!isSeq<Node>(node)) return { kind: "scalar", value: isScalar(node) ? node.value : null };
  const items = node.items.map((item, index) =>
    grow(growth, item, { ...inside(seat), origin: [...seat.origin, index] }),
  );
  return { kind: "list", items };
}

function grownEntries(growth: Growth, map: YAMLMap<Node, Node | null>, seat: Seat, offset: number) {
  const entries = new Map<string, TreeNode>();
  for (const { key, value } of map.items) {
    const keyOffset = seat.alias ?? key.range?.[0] ?? offset;
    const name = isScalar(key) ? key.value : undefined;
    if (typeof name !== "string") {
      refuse(growth, keyOffset, seat.origin, "a key that is not text; write it in quotes");
    } else if (forbiddenKeys.has(name)) {
      refuse(growth, keyOffset, seat.origin, `${quote(name)} cannot be a key; name it otherwise`);
    } else if (entries.has(name)) {
      const origin = [...seat.origin, name];
      refuse(growth, keyOffset, origin, "duplicate key", entries.get(name)?.keyOffset);
    } else {
      entries.set(name, grow(growth, value, { ...inside(seat), origin: [...seat.origin, name], keyOffset }));
    }
  }
  return entries;
}

function aliasedContent(growth: Growth, alias: Alias, seat: Seat, offset: number): TreeContent {
  growth.aliases += 1;
  const target = alias.resolve(growth.document);
  if (growth.aliases > mostAliases) {
    if (growth.aliases === mostAliases + 1)
      giveUp(growth, offset, seat.origin, `more than ${mostAliases} aliases; write some out`);
  } else if (seat.alias !== undefined) {
    giveUp(growth, offset, seat.origin, "an alias of something that itself holds an alias; write it out");
  } else if (target === undefined) {
    giveUp(
      growth,
      offset,
      seat.origin,
      `an alias without an anchor &${quoteIfNeeded(alias.source)} before it; write &NAME at what is meant`,
    );
  } else {
    return grownContent(growth, target, { ...seat, alias: offset }, offset);
  }
  return nothing;
}

function giveUp(growth: Growth, offset: number, origin: Origin, message: string): void {
  growth.isWhole = false;
  refuse(growth, offset, origin, message);
}

function inside({ alias }: Seat): Pick<Seat, "alias"> {
  return alias === undefined ? {} : { alias };
}

function refuse(growth: Growth, offset: number, origin: Origin, message: string, first?: number): void {
  const where = origin.length === 0 ? "" : `${formatOrigin(origin)}: `;
  growth.faults.push({ offset, message: `${where}${message}`, ...(first === undefined ? {} : { first }) });
}
