import { type OperationFact, type OperationName, operationFacts } from "../../catalogue/operation-fact.js";
import { scopeLimit, scopeListings } from "../../catalogue/scopes.js";
import { nearest } from "../../model/nearest.js";
import { isForeignScope } from "./foreign-scopes.js";
import { minimalScopes } from "./minimal-scopes.js";
import { missingScopes } from "./missing-scopes.js";
import { openedOperations } from "./opened-operations.js";
import { scopeMarks } from "./scope-marks.js";
import { withoutSpare } from "./spare-scopes.js";

/** Something wrong with a list of scopes. */
export interface ScopeFinding {
  readonly kind: "unknown" | "redundant" | "deprecated" | "missing" | "limit";
  /** The entry's place in the list; absent where it is about the list as a whole. */
  readonly index?: number;
  readonly message: string;
}

/** What is wrong with a list of scopes, and the list put right. */
export interface ScopeLint {
  readonly findings: readonly ScopeFinding[];
  /** What takes the place of each entry; undefined where it goes. */
  readonly kept: readonly (string | undefined)[];
  readonly added: readonly string[];
}

/**
 * Checks a list of scopes against the operations that an app calls or, where these are not known, against itself:
 * then nothing is missing, and redundant is what opens nothing that is closed without it. Scopes of other APIs are left
 * alone; beside granular ones for other products of Jira, nothing is redundant while the operations are not known.
 */
export function lintScopes(scopes: readonly string[], needed?: readonly OperationName[]): ScopeLint {
  const read = readEntries(scopes);
  const own = read.flatMap(({ kept }) => (kept === undefined || isForeignScope(kept) ? [] : [kept]));
  const facts = factsOf(needed ?? openedOperations(own).filter((name) => operationFacts[name].state !== "deprecated"));
  const missing = needed === undefined ? [] : missingScopes(facts, own);
  const whole = needed === undefined && scopes.some((scope) => isForeignScope(scope) && scope.includes(":jira-"));
  const useful = new Set(
    whole ? own.filter((scope) => !isDeprecated(scope)) : withoutSpare([...own, ...missing], facts),
  );
  const judged = read.map((entry) => judge(entry, useful));
  const added = missing.filter((scope) => useful.has(scope));
  const kept = judged.map((entry) => entry.kept);
  const findings = [
    ...judged.flatMap(({ finding }, index) => (finding ? [{ ...finding, index }] : [])),
    ...added.map((scope) => ({ kind: "missing" as const, message: `${scope} is missing` })),
    ...findLimit(scopes.length),
  ];
  const count = [...kept, ...added].filter((scope) => scope !== undefined).length;
  return { findings, ...(count >= scopeLimit && needed ? recommendedOnly(kept, needed) : { kept, added }) };
}

interface Entry {
  readonly kept: string | undefined;
  readonly finding?: ScopeFinding;
}

/** The entries with what was misspelt put right, and without those that stand there already. */
function readEntries(scopes: readonly string[]): Entry[] {
  const taken = new Set<string>();
  return scopes.map((scope) => {
    const known = scope in scopeListings || isForeignScope(scope);
    const meant = known ? scope : nearest(scope, Object.keys(scopeListings));
    const kept = meant === undefined || taken.has(meant) ? undefined : meant;
    if (kept !== undefined) taken.add(kept);
    if (known && kept !== undefined) return { kept };
    if (known) return { kept, finding: { kind: "redundant", message: `${scope} is named twice` } };
    const advice = meant === undefined ? "" : `; did you mean ${meant}?`;
    return { kept, finding: { kind: "unknown", message: `${scope} is no scope of Jira${advice}` } };
  });
}

function judge(entry: Entry, useful: ReadonlySet<string>): Entry {
  const { kept: scope, finding } = entry;
  if (scope === undefined || isForeignScope(scope) || useful.has(scope)) return entry;
  if (finding !== undefined) return { kept: undefined, finding };
  return {
    kept: undefined,
    finding: isDeprecated(scope)
      ? { kind: "deprecated", message: `${scope} serves only operations that are deprecated` }
      : { kind: "redundant", message: `${scope} is spare: all that is needed is open without it` },
  };
}

/** Those of the operations that any scope opens. */
function factsOf(names: readonly OperationName[]): OperationFact[] {
  return names.map((name) => operationFacts[name]).filter(({ classic, granular }) => classic ?? granular);
}

function isDeprecated(scope: string): boolean {
  return scopeMarks(scope).includes("deprecated");
}

function findLimit(count: number): ScopeFinding[] {
  if (count < scopeLimit) return [];
  return [{ kind: "limit", message: `${count} scopes, where fewer than ${scopeLimit} are advised` }];
}

function recommendedOnly(
  kept: readonly (string | undefined)[],
  needed: readonly OperationName[],
): Pick<ScopeLint, "kept" | "added"> {
  const { recommended } = minimalScopes(needed);
  const stays = (scope: string) => isForeignScope(scope) || recommended.includes(scope);
  return {
    kept: kept.map((scope) => (scope !== undefined && stays(scope) ? scope : undefined)),
    added: recommended.filter((scope) => !kept.includes(scope)),
  };
}
