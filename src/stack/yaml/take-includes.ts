import { formatOrigin } from "../flaw.js";
import { describeValue } from "../quote.js";
import { type TreeNode, toData } from "./tree.js";

/** One entry of an `include` list. */
export interface Include {
  readonly path: string;
  readonly offset: number;
  /** What is wrong with how it is written. */
  readonly message?: string;
}

/** What a file includes; taken out of its tree, in which it has done its duty. */
export function takeIncludes({ content }: TreeNode): Include[] {
  const node = content.kind === "map" ? content.entries.get("include") : undefined;
  if (node === undefined || content.kind !== "map") return [];
  content.entries.delete("include");
  if (node.content.kind !== "list") {
    const message = `include: expected a list of files, found ${describeValue(toData(node))}`;
    return [{ path: "", offset: node.keyOffset ?? node.offset, message }];
  }
  return node.content.items.map((item, index) => {
    const path = toData(item);
    const at = formatOrigin(["include", index]);
    return typeof path === "string"
      ? { path, offset: item.offset }
      : { path: "", offset: item.offset, message: `${at}: expected a file, found ${describeValue(path)}` };
  });
}
