import { formatOrigin, type OffsetFault } from "../flaw.js";
import { describeValue } from "../quote.js";
import { offsetOf, type TreeNode, toData } from "./tree.js";

/**
 * One tree out of those of several files: their sections together, entry by entry, and each entry property by property.
 * What stands in two files stays as the first of them has it, and is a fault.
 */
export function mergeTrees(trees: readonly TreeNode[]): {
  readonly root: TreeNode | undefined;
  readonly faults: readonly OffsetFault[];
} {
  const [root, ...others] = trees;
  return { root, faults: root === undefined ? [] : others.flatMap((other) => mergeSections(root, other)) };
}

function mergeSections(root: TreeNode, other: TreeNode): OffsetFault[] {
  if (root.content.kind !== "map" || other.content.kind !== "map") return [];
  const sections = root.content.entries;
  return [...other.content.entries].flatMap(([name, section]) => {
    const first = sections.get(name);
    if (first?.content.kind === "map") return mergeEntries(name, first.content.entries, section);
    sections.set(name, section);
    return first === undefined ? [] : [noMap(name, first)];
  });
}

function mergeEntries(name: string, known: Map<string, TreeNode>, section: TreeNode): OffsetFault[] {
  if (section.content.kind !== "map") return [noMap(name, section)];
  return addEach(known, section.content.entries, (key, first, entry) => {
    if (first.content.kind !== "map" || entry.content.kind !== "map") return [repeat([name, key], first, entry)];
    return addEach(first.content.entries, entry.content.entries, (property, earlier, later) => [
      repeat([name, key, property], earlier, later),
    ]);
  });
}

/** Adds what is new to what is known; `clash` tells what becomes of a key that both have. */
function addEach(
  known: Map<string, TreeNode>,
  added: ReadonlyMap<string, TreeNode>,
  clash: (key: string, first: TreeNode, second: TreeNode) => OffsetFault[],
): OffsetFault[] {
  return [...added].flatMap(([key, node]) => {
    const first = known.get(key);
    if (first !== undefined) return clash(key, first, node);
    known.set(key, node);
    return [];
  });
}

function repeat(origin: readonly string[], first: TreeNode, second: TreeNode): OffsetFault {
  const message = `${formatOrigin(origin)}: duplicate key`;
  return { offset: offsetOf(second, "key"), message, first: offsetOf(first, "key") };
}

function noMap(name: string, section: TreeNode): OffsetFault {
  const message = `${formatOrigin([name])}: expected a map, found ${describeValue(toData(section))}`;
  return { offset: offsetOf(section), message };
}
