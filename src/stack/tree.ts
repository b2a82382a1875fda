import type { Origin } from "../model/desired-access.js";
import type { Aspect } from "./finding.js";

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

/** Where a finding about a node points to. */
export function offsetOf(node: TreeNode, at?: Aspect): number {
  const empty = node.content.kind === "scalar" && node.content.value === null;
  const preferred = at ?? (node.content.kind === "scalar" ? "value" : "key");
  return preferred === "key" || empty ? (node.keyOffset ?? node.offset) : node.offset;
}

/**
 * Cuts away what a path leads to, or, where nothing is there, what should have held it. An entry of a section is
 * emptied first and cut away only when it is empty, so that its name goes on counting as declared.
 */
export function prune(root: TreeNode, path: Origin): void {
  const { node, rest } = findNode(root, path);
  const reached = path.slice(0, path.length - rest.length);
  const parent = findNode(root, reached.slice(0, -1)).node;
  const segment = reached.at(-1);
  if (segment === undefined) empty(node);
  else if (parent.content.kind === "list") parent.content.items.splice(parent.content.items.indexOf(node), 1);
  else if (parent.content.kind === "map" && typeof segment === "string") {
    parent.content.entries.delete(segment);
    const kept: TreeNode = { ...node, content: { kind: "map", entries: new Map() } };
    if (reached.length === 2 && !isEmptyMap(node)) parent.content.entries.set(segment, kept);
  }
}

function empty(root: TreeNode): void {
  if (root.content.kind === "map") root.content.entries.clear();
}

function isEmptyMap({ content }: TreeNode): boolean {
  return content.kind === "map" && content.entries.size === 0;
}

function childOf({ content }: TreeNode, segment: string | number): TreeNode | undefined {
  if (content.kind === "map") return content.entries.get(String(segment));
  return content.kind === "list" && typeof segment === "number" ? content.items[segment] : undefined;
}
