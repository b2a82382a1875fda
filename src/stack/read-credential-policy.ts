import { z } from "zod";
import { StackError, type StackFault } from "../errors.js";
import type { CredentialPolicy } from "../model/credential-policy.js";
import type { Origin } from "../model/desired-access.js";
import { nearest } from "../model/nearest.js";
import { type Aspect, didYouMean, formatOrigin, oneOf } from "./flaw.js";
import { quote } from "./quote.js";
import { readStackText } from "./yaml/read-stack-text.js";
import { readTree } from "./yaml/read-tree.js";
import { findNode, offsetOf, type TreeNode, toData } from "./yaml/tree.js";

const days = (usual: number) =>
  z.int("expected a whole number of days").min(0, "expected 0 days or more").default(usual);

const scopeRule = z.union([z.enum(["any", "read-only"]), z.array(z.string().min(1)).readonly()], {
  error: "expected any, read-only or a list of scopes",
});

const schema = z.strictObject({
  inactiveDays: days(90),
  neverUsedDays: days(30),
  expiresWithinDays: days(14),
  allowedScopes: z
    .strictObject({ everybody: scopeRule.default("any"), accounts: z.record(z.string(), scopeRule).default({}) })
    .exactOptional(),
});

/** The policy that holds where no file says another. */
export const usualCredentialPolicy: CredentialPolicy = schema.parse({});

/**
 * The policy for credentials in a YAML file; what it leaves out is as usual.
 * @throws StackError with every fault found; also when the file cannot be read.
 */
export function readCredentialPolicy(file: string): CredentialPolicy {
  const { root, faults, placeOf } = readTree(readStackText(file));
  const locate = (offset: number, message: string): StackFault => ({ file, ...placeOf(offset), message });
  if (faults.length > 0) throw new StackError(faults.map(({ offset, message }) => locate(offset, message)));
  const result = schema.safeParse(root === undefined ? {} : (toData(root) ?? {}));
  if (result.success) return result.data;
  throw new StackError(
    result.error.issues.flatMap((issue) => describe(issue, root).map(([offset, text]) => locate(offset, text))),
  );
}

function describe(issue: z.core.$ZodIssue, root: TreeNode | undefined): (readonly [offset: number, message: string])[] {
  if (root === undefined) return [];
  const path = issue.path.map((segment) => (typeof segment === "number" ? segment : String(segment)));
  const at = (origin: Origin, message: string, aspect?: Aspect) => {
    const text = origin.length === 0 ? message : `${formatOrigin(origin)}: ${message}`;
    return [offsetOf(findNode(root, origin).node, aspect), text] as const;
  };
  if (issue.code !== "unrecognized_keys") return [at(path, issue.message)];
  const known = path.length === 0 ? Object.keys(schema.shape) : ["everybody", "accounts"];
  return issue.keys.map((key) => {
    const hint = didYouMean(nearest(key, known)) || `; expected ${oneOf(known)}`;
    return at([...path, key], `unknown property ${quote(key)}${hint}`, "key");
  });
}
