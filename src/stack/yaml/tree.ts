import type { Origin } from "../../model/desired-access.js";
import type { Aspect } from "../flaw.js";

/** A value of the file with its place; offsets count UTF-16 units from the start of the text. */
export interface TreeNode {
  /** Where it stands in the file as written, whatever has been cut away since. */
  readonly origin: Origin;
  readonly offset: number;
  /** Where the key stands that leads to it; absent for list entries and the root. */
  readonly keyOffset?: number;
  readonly content: TreeContent;
}

/** What a value holds. */
export type TreeContent =
  | { readonly kind: "map"; readonly entries: Map<string, TreeNode> }
  | { readonly kind: "list"; readonly items: TreeNode[] }
  | { readonly kind: "scalar"; readonly value: unknown };

/** The plain data that a tree stands for. */
export function toData(node: TreeNode): unknown {
  const { content } = node;
  if (content.kind === "scalar") return content.value;
  if (content.kind === "list") return content.items.map(toData);
  return Object.fromEntries([...content.entries].map(([key, child]) => [key, toData(child)]));
}

/** The node that a path leads to, and otherwise the last one on the way there. */
export function findNode(root: TreeNode, path: Origin): { readonly node: TreeNode; readonly rest: Origin } {
  let node = root;
  for (const [depth, segment] of path.entries()) {
    const child = childOf(node, segment);
    if (child === undefined) return { node, rest: path.slice(depth) };
    node = child;
  }
  return { node, rest: [] };
}

/** The same tree with every offset further on, for a file that is read behind others. */
export function shiftTree(node: TreeNode, by: number): TreeNode {
  const { content, keyOffset } = node;
  const key = keyOffset === undefined ? {} : { keyOffset: keyOffset + by };
  return { ...node, ...key, offset: node.offset + by, content: shiftContent(content, by) };
}

/** Where a flaw of a node points to. */
export function offsetOf(node: TreeNode, at?: Aspect): number {
  const empty = node.content.kind === "scalar" && node.content.value === null;
  const preferred = at ?? (node.content.kind === "scalar" ? "value" : "key");
  return preferred === "key" || empty ? (node.keyOffset ?? node.offset) : node.offset;
}

/**
 * Cuts away what the paths lead to, or, where nothing is there, what should have held it. An entry of a section is
 * emptied first and cut away only when it is empty, so that its name goes on counting as declared.
 */
export function prune(root: TreeNode, paths: readonly Origin[]): void {
  const targets = paths.map((path) => path.slice(0, path.length - findNode(root, path).rest.length));
  const distinct = new Map(targets.map((target) => [JSON.stringify(target), target]));
  for (const target of [...distinct.values()].reverse().sort((a, b) => b.length - a.length)) cut(root, target);
}

function shiftContent(content: TreeContent, by: number): TreeContent {
  if (content.kind === "scalar") return content;
  if (content.kind === "list") return { kind: "list", items: content.items.map((item) => shiftTree(item, by)) };
  return { kind: "map", entries: new Map([...content.entries].map(([key, child]) => [key, shiftTree(child, by)])) };
}

function cut(root: TreeNode, path: Origin): void {
  const segment = path.at(-1);
  const { node } = findNode(root, path);
  const { content } = findNode(root, path.slice(0, -1)).node;
  if (content.kind === "list") content.items.splice(content.items.indexOf(node), 1);
  if (content.kind !== "map") return;
  if (segment === undefined) content.entries.clear();
  else if (path.length === 2 && !isEmptyMap(node)) content.entries.set(String(segment), emptied(node));
  else content.entries.delete(String(segment));
}

function emptied(node: TreeNode): TreeNode {
  return { ...node, content: { kind: "map", entries: new Map() } };
}

function isEmptyMap({ content }: TreeNode): boolean {
  return content.kind === "map" && content.entries.size === 0;
}

function childOf({ content }: TreeNode, segment: string | number): TreeNode | undefined {
  if (content.kind === "map") return content.entries.get(String(segment));
  return content.kind === "list" && typeof segment === "number" ? content.items[segment] : undefined;
}
