import type { AccessDifference } from "../../model/access-finding.js";
import { isIssueWay } from "../../model/access-path.js";
import type { AccountId, ProjectId } from "../../model/ids.js";
import type { Verdict } from "../../model/verdict.js";
import { inWords } from "../../model/words.js";
import type { AccessIndex } from "../access/access-index.js";
import { describePaths } from "../access/describe-path.js";
import { describeMissing } from "../access/describe-verdict.js";
import { decide } from "../access/effective-permissions.js";

/** A difference with its reason. */
export interface ExplainedDifference extends AccessDifference {
  /** As the end of a sentence. */
  readonly why: string;
}

const unexplained = "the site says so, and nothing that can be read explains it";

/**
 * Says what gives an account a permission, or why it lacks it. What it holds on some issues only is a note: a site may
 * count the reporter of an issue among the holders where no issue is named.
 * @param projects the site's projects by key, as the difference names them.
 */
export function explainDifference(
  index: AccessIndex,
  account: AccountId | undefined,
  difference: AccessDifference,
  projects: ReadonlyMap<string, ProjectId>,
): ExplainedDifference {
  const { kind, permission, project: key } = difference;
  if (account === undefined) return { ...difference, why: "no such account can be seen on the site" };
  if (key === undefined) return { ...difference, why: explainGlobal(index, account) };
  const project = projects.get(key);
  if (project === undefined) return { ...difference, why: "no such project can be seen on the site" };
  const verdict = decide(index, { account, project, permission });
  if (kind === "missing") return { ...difference, why: explainMissing(verdict, permission) };
  return verdict.outcome === "conditional"
    ? { ...difference, kind: "note", why: `on some issues only: ${tell(verdict.paths)}` }
    : { ...difference, why: explainHeld(verdict) };
}

/** Jira tells nobody which groups a global permission is granted to, so all groups of the account are named. */
function explainGlobal({ site }: AccessIndex, account: AccountId): string {
  const ids = [...(site.accounts.get(account)?.groups ?? [])];
  const names = ids.map((id) => site.groups.get(id)?.name ?? id).sort();
  if (names.length === 0) return unexplained;
  return names.length === 1 ? `through group ${names[0]}` : `through one of its groups: ${names.join(", ")}`;
}

function explainHeld(verdict: Verdict): string {
  if (verdict.outcome === "allowed") return tell(verdict.paths.filter(({ way }) => !isIssueWay(way)));
  if (verdict.outcome === "unknown" && verdict.why.kind === "team-managed") {
    return "the project is team-managed, and keeps its own rules";
  }
  return unexplained;
}

function explainMissing(verdict: Verdict, permission: string): string {
  if (verdict.outcome === "conditional") return `held on some issues only: ${tell(verdict.paths)}`;
  return verdict.outcome === "denied"
    ? inWords(verdict.missing.map((one) => describeMissing(one, permission)))
    : unexplained;
}

function tell(paths: Verdict["paths"]): string {
  return describePaths(paths).join("; also ");
}
