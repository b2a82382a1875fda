import type { Assertion } from "../../model/assertion.js";
import type { AccountId, ProjectId } from "../../model/ids.js";
import type { GlobalVerdict, Verdict } from "../../model/verdict.js";
import { describePath } from "../access/describe-path.js";
import type { WorldsIndex } from "../worlds/worlds.js";

/** An assertion with what became of it; `open` is what cannot be told by what is known. */
export interface JudgedAssertion {
  readonly assertion: Assertion;
  readonly result: "holds" | "violated" | "open";
  /** One sentence that says so, with why where something is known. */
  readonly message: string;
}

/** What the accounts and projects that assertions name are called in a model; undefined where it has none such. */
export interface AssertedNames {
  readonly account: (text: string) => AccountId | undefined;
  readonly project: (key: string) => ProjectId | undefined;
}

/** Judges assertions one by one, in their order. */
export function judgeAssertions(
  assertions: readonly Assertion[],
  names: AssertedNames,
  index: WorldsIndex,
): readonly JudgedAssertion[] {
  return assertions.map((assertion) => {
    const verdict = decideOne(assertion, names, index);
    const result = resultOf(assertion, verdict);
    return { assertion, result, message: describe(assertion, result, verdict) };
  });
}

const nothingKnown = { outcome: "unknown", why: { kind: "site-alone" } } as const;

function decideOne(
  { account: text, permission, project: key }: Assertion,
  names: AssertedNames,
  index: WorldsIndex,
): Verdict | GlobalVerdict {
  const account = names.account(text);
  if (account === undefined) return nothingKnown;
  if (key === undefined) return index.decideGlobal(account, permission);
  const project = names.project(key);
  return project === undefined ? nothingKnown : index.decide({ account, project, permission });
}

function resultOf({ effect }: Assertion, { outcome }: Verdict | GlobalVerdict): JudgedAssertion["result"] {
  if (outcome === "unknown") return "open";
  return outcome === (effect === "allow" ? "allowed" : "denied") ? "holds" : "violated";
}

function describe(
  { account, permission, project, because }: Assertion,
  result: JudgedAssertion["result"],
  verdict: Verdict | GlobalVerdict,
): string {
  const what = `${permission}${project === undefined ? "" : ` in ${project}`}`;
  const reason = because === undefined || result !== "violated" ? "" : `; asserted because ${because}`;
  if (verdict.outcome === "unknown") return `whether ${account} has ${what} only the site can tell`;
  if (verdict.outcome === "denied") return `${account} does not have ${what}${reason}`;
  const some = verdict.outcome === "conditional" ? " on some issues" : "";
  const [path] = "paths" in verdict ? verdict.paths : [];
  return `${account} has ${what}${some}${path === undefined ? "" : `, ${describePath(path)}`}${reason}`;
}
