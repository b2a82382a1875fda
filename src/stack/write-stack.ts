import { Document, isCollection, isMap, isNode, isScalar, isSeq, visit, type YAMLSeq } from "yaml";
import type { Origin } from "../model/desired-access.js";

/** A holder as a stack file writes it: `reporter`, or `{ projectRole: Developers }`. */
export type WrittenHolder = string | Readonly<Record<string, string>>;

/** The sections of a stack file by name, in the order in which they are to stand. */
export type StackText = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** A comment for the entry that a path leads to. */
export interface Comment {
  readonly origin: Origin;
  readonly text: string;
}

const lineWidth = 120;
const longestFlow = 90;

/**
 * A stack file's text: one line for each permission while its holders fit on one, and comments at the entries that they
 * are about.
 * @param heading lines of comment at the top of the file.
 */
export function writeStack(content: StackText, comments: readonly Comment[], heading: readonly string[]): string {
  const document = new Document(content, { aliasDuplicateObjects: false });
  for (const { origin, text } of comments) putComment(document, origin, ` ${oneLine(text)}`);
  visit(document, { Pair: (_, { key, value }) => (isSeq(value) ? putOnOneLine(value, key) : undefined) });
  document.commentBefore = heading.map((line) => (line === "" ? " " : ` ${oneLine(line)}`)).join("\n");
  return document.toString({ lineWidth });
}

/** Before the key of a map's entry, where a comment may be long; behind an item of a list. */
function putComment(document: Document, origin: Origin, text: string): void {
  const parent = document.getIn(origin.slice(0, -1), true) ?? document.contents;
  const last = origin.at(-1);
  if (isMap(parent)) {
    const key = parent.items.map((pair) => pair.key).find((one) => isScalar(one) && one.value === last);
    if (isScalar(key)) key.commentBefore = key.commentBefore ? `${key.commentBefore}\n${text}` : text;
    return;
  }
  const item = isCollection(parent) ? parent.get(last, true) : undefined;
  if (isNode(item)) item.comment = text;
}

/** A list that fits on the line of its key; a short comment of the key then stands behind it. */
function putOnOneLine(list: YAMLSeq, key: unknown): void {
  for (const item of list.items) if (isMap(item)) item.flow = true;
  const isRemarked = list.items.some((item) => isNode(item) && item.comment);
  if (isRemarked || JSON.stringify(list).length > longestFlow) return;
  list.flow = true;
  if (!isScalar(key) || !key.commentBefore) return;
  list.comment = key.commentBefore;
  key.commentBefore = null;
}

/** Names of a site may hold line breaks, which would end the comment. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
