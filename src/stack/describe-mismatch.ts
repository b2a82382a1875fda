import type { z } from "zod";
import { isBuiltInPermissionKey } from "../catalogue/permissions.js";
import { nearest } from "../model/nearest.js";
import { didYouMean, type Flaw, oneOf } from "./flaw.js";
import { describeValue, quote } from "./quote.js";
import { knownProperties, whereElse } from "./schema/known-properties.js";
import { findNode, type TreeNode, toData } from "./yaml/tree.js";

type Issue = z.core.$ZodIssue;

/** What a zod issue says about the file, in this project's words and with a near name where there is one. */
export function describeMismatch(issue: Issue, root: TreeNode): Flaw[] {
  const origin = issue.path.map((segment) => (typeof segment === "number" ? segment : String(segment)));
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ origin: [...origin, key], at: "key", message: unknownProperty(origin, key) }));
  }
  if (issue.code === "custom" && isAspect(issue.params?.at)) {
    return [{ origin, at: issue.params.at, message: issue.message }];
  }
  const { node, rest } = findNode(root, origin);
  if (rest.length > 0) return [{ origin, at: "key", message: `missing; ${expected(issue)}` }];
  return [{ origin, at: "value", message: `${mismatch(issue, toData(node))}${tooFarLeft(origin)}` }];
}

function mismatch(issue: Issue, value: unknown): string {
  if (issue.code === "invalid_type") return `${expected(issue)}, found ${describeValue(value)}${remedy(issue, value)}`;
  if (issue.code === "invalid_value") {
    const near = typeof value === "string" ? nearest(value, issue.values.map(String)) : undefined;
    return `${expected(issue)}, found ${describeValue(value)}${didYouMean(near)}`;
  }
  if (issue.code === "too_small" || issue.code === "too_big") return `${expected(issue)}, found ${describeSize(value)}`;
  return issue.message;
}

function expected(issue: Issue): string {
  if (issue.code === "invalid_type") return `expected ${typeNames[issue.expected] ?? issue.expected}`;
  if (issue.code === "invalid_value") return `expected ${oneOf(issue.values.map(String))}`;
  return issue.code === "too_small" && issue.origin === "array"
    ? "expected at least one entry"
    : "expected a number above 0";
}

const typeNames: Partial<Record<string, string>> = {
  string: "text",
  array: "a list",
  object: "a map",
  record: "a map",
  boolean: "true or false",
  number: "a number",
  int: "a whole number",
};

function remedy(issue: Issue, value: unknown): string {
  if (issue.code !== "invalid_type") return "";
  const wanted = typeNames[issue.expected];
  if (value === null) {
    return wanted === "a map" ? "; indent what belongs to it under it, or write {} if nothing does" : "";
  }
  if (wanted === "text" && typeof value !== "object") return "; write it in quotes";
  const isPlain = typeof value === "string" && /^[\w .,:@-]{1,60}$/.test(value);
  return wanted === "a list" && isPlain ? `; write [${value}]` : "";
}

/** A property that stands where the entries of a section stand has most likely lost its indentation. */
function tooFarLeft(origin: Flaw["origin"]): string {
  const [section, key, ...deeper] = origin;
  const misplaced = deeper.length === 0 && typeof key === "string" && knownProperties(origin).includes(key);
  return misplaced ? `; if ${quote(key)} belongs to an entry of ${section}, indent it further` : "";
}

function describeSize(value: unknown): string {
  return Array.isArray(value) ? "an empty list" : describeValue(value);
}

function unknownProperty(origin: Flaw["origin"], key: string): string {
  if (isBuiltInPermissionKey(key)) {
    return `${quote(key)} is a permission and belongs in grants: check the indentation`;
  }
  const near = nearest(key, knownProperties(origin));
  const elsewhere = near === undefined ? whereElse(key) : undefined;
  const hint = elsewhere === undefined ? didYouMean(near) : `; it belongs in ${elsewhere}: check the indentation`;
  const all = hint === "" ? `; expected ${oneOf(knownProperties(origin))}` : hint;
  return `unknown property ${quote(key)}${all}`;
}

function isAspect(value: unknown): value is "key" | "value" {
  return value === "key" || value === "value";
}
