import type { LevelVerdict } from "../../../src/analysis/access/security-levels.js";
import type { SiteIssue } from "../../../src/emulator/state/issue-state.js";
import type { Site, SiteAccount } from "../../../src/emulator/state/state.js";
import { isIssueWay, type Way } from "../../../src/model/access-path.js";
import type { Verdict } from "../../../src/model/verdict.js";

/** Somebody before an issue of an emulated site; without an issue, before the project. */
export interface Before {
  readonly site: Site;
  readonly account: SiteAccount;
  readonly issue?: SiteIssue;
}

/** What a verdict comes to on one issue, once its conditions are looked at there. */
export function allowsOn(verdict: Verdict, levels: readonly LevelVerdict[], before: Before): boolean {
  const { issue } = before;
  const level = levels.find(({ level }) => level.id === issue?.security);
  if (level !== undefined && !level.ways.some((way) => isOpen(way, before))) return false;
  if (verdict.outcome !== "conditional") return verdict.outcome === "allowed";
  return verdict.conditions.every(({ anyOf }) => anyOf.some((way) => isOpen(way, before)));
}

function isOpen(way: Way, { site, account, issue }: Before): boolean {
  if (!isIssueWay(way)) return true;
  if (!("field" in way)) return issue?.[way.kind] === account.id;
  const named = issue?.fields[way.field] ?? [];
  if (way.kind === "userCustomField") return named.includes(account.id);
  return site.groups.some(({ id, members }) => named.includes(id) && members.includes(account.id));
}
