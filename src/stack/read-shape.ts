import type { z } from "zod";
import type { Origin } from "../model/desired-access.js";
import { describeMismatch } from "./describe-mismatch.js";
import type { Flaw } from "./flaw.js";
import { type Declaration, stackSchema } from "./schema/schema.js";
import { prune, type TreeNode, toData } from "./yaml/tree.js";

/** What the schema makes of a file. */
export interface Shape {
  readonly flaws: readonly Flaw[];
  /** What the file declares as far as it is well-formed, so that the rest of it can still be checked by meaning. */
  readonly sound: () => Declaration | undefined;
}

/**
 * Holds a file against the schema.
 * Calling `sound` cuts what is malformed out of the tree; it gives nothing where a whole section is misspelt, because
 * every name that the section declares would then look unknown.
 */
export function readShape(root: TreeNode): Shape {
  const result = stackSchema.safeParse(toData(root));
  if (result.success) return { flaws: [], sound: () => result.data };
  const { issues } = result.error;
  return {
    flaws: issues.flatMap((issue) => describeMismatch(issue, root)),
    sound: () => (issues.some(isMisspeltSection) ? undefined : soundPart(root, issues)),
  };
}

function soundPart(root: TreeNode, issues: readonly z.core.$ZodIssue[]): Declaration {
  prune(root, issues.flatMap(pathsOf));
  const result = stackSchema.safeParse(toData(root));
  return result.success ? result.data : soundPart(root, result.error.issues);
}

function pathsOf(issue: z.core.$ZodIssue): Origin[] {
  const path = issue.path.map((segment) => (typeof segment === "number" ? segment : String(segment)));
  return issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path];
}

function isMisspeltSection(issue: z.core.$ZodIssue): boolean {
  return issue.code === "unrecognized_keys" && issue.path.length === 0;
}
