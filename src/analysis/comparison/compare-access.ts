import { describePermission } from "../../catalogue/permissions.js";
import { type Risk, risks } from "../../catalogue/risk.js";
import type { PermissionKey } from "../../model/grant.js";
import type { AccountId, ProjectId } from "../../model/ids.js";
import type { GlobalVerdict, Verdict } from "../../model/verdict.js";
import { indexWorlds, type Worlds, type WorldsIndex } from "../worlds/worlds.js";
import { changedQuestions } from "./changed-questions.js";

/** What one account may do in one project, or everywhere, before and after. */
export interface AccessChange {
  readonly account: { readonly id: AccountId; readonly name: string };
  /** Absent for global permissions. */
  readonly project?: { readonly id: ProjectId; readonly key: string };
  readonly permission: PermissionKey;
  /** What the permission leads to; absent for those that apps define. */
  readonly risk?: Risk;
  readonly before: Verdict | GlobalVerdict;
  readonly after: Verdict | GlobalVerdict;
}

/** Who gains and who loses what between two states, gravest first for each account and project. */
export interface AccessComparison {
  /** Allowed now, or now on some issues. */
  readonly gains: readonly AccessChange[];
  readonly losses: readonly AccessChange[];
  /** Known in one of the two states only, or held on other issues than before. */
  readonly unclear: readonly AccessChange[];
}

/**
 * Compares two states with the same accounts and projects: a site before and after, or two stack files. What is unknown
 * in both is left out.
 */
export function compareAccess(before: Worlds, after: Worlds): AccessComparison {
  const sides = [indexWorlds(before), indexWorlds(after)] as const;
  const changes = [...projectChanges(before, after, sides), ...globalChanges(before, after, sides)].sort(byPlace);
  const those = (kind: string) => changes.filter((change) => kindOf(change) === kind);
  return { gains: those("gain"), losses: those("loss"), unclear: those("unclear") };
}

type Sides = readonly [WorldsIndex, WorldsIndex];

function projectChanges(before: Worlds, after: Worlds, [old, now]: Sides): AccessChange[] {
  const changes: AccessChange[] = [];
  const [site] = after;
  for (const question of changedQuestions(before, after)) {
    const verdicts = { before: old.decide(question), after: now.decide(question) };
    if (sumUp(verdicts.before) === sumUp(verdicts.after)) continue;
    const key = site.projects.get(question.project)?.key ?? question.project;
    const project = { id: question.project, key };
    changes.push({ ...subjectOf(after, question.account), project, ...permissionOf(question.permission), ...verdicts });
  }
  return changes;
}

function globalChanges(before: Worlds, after: Worlds, [old, now]: Sides): AccessChange[] {
  return [...after[0].accounts.keys()].flatMap((account) => {
    const known = [...before, ...after].flatMap((site) => [...(site.globalPermissions.get(account) ?? [])]);
    return [...new Set(known)].flatMap((permission) => {
      const verdicts = { before: old.decideGlobal(account, permission), after: now.decideGlobal(account, permission) };
      if (verdicts.before.outcome === verdicts.after.outcome) return [];
      return [{ ...subjectOf(after, account), ...permissionOf(permission), ...verdicts }];
    });
  });
}

function subjectOf([site]: Worlds, id: AccountId): Pick<AccessChange, "account"> {
  const account = site.accounts.get(id);
  return { account: { id, name: account?.email ?? account?.displayName ?? id } };
}

function permissionOf(permission: PermissionKey): Pick<AccessChange, "permission" | "risk"> {
  const risk = describePermission(permission)?.risk;
  return risk === undefined ? { permission } : { permission, risk };
}

const ranks = { denied: 0, conditional: 1, allowed: 2 } as const;

/** What makes two verdicts the same: the outcome, and for conditional ones the conditions. */
function sumUp(verdict: Verdict): string {
  if (verdict.outcome !== "conditional") return verdict.outcome;
  const conditions = verdict.conditions.map(({ permission, anyOf }) => {
    return `${permission} ${anyOf.map((way) => JSON.stringify(way)).sort()}`;
  });
  return `conditional ${conditions.sort()}`;
}

function kindOf({ before, after }: AccessChange): "gain" | "loss" | "unclear" {
  if (before.outcome === "unknown" || after.outcome === "unknown" || before.outcome === after.outcome) return "unclear";
  return ranks[after.outcome] > ranks[before.outcome] ? "gain" : "loss";
}

function byPlace(a: AccessChange, b: AccessChange): number {
  return (
    compare(a.account.name, b.account.name) ||
    compare(a.account.id, b.account.id) ||
    compare(a.project?.key ?? "", b.project?.key ?? "") ||
    gravity(a) - gravity(b) ||
    compare(a.permission, b.permission)
  );
}

/** Where a change stands among the tiers of risk, gravest first, permissions of apps last. */
export function gravity({ risk }: AccessChange): number {
  return risk === undefined ? risks.length : risks.indexOf(risk);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
