import { isIssueWay, type Way } from "../../model/access-path.js";
import type { AccountId, ProjectId } from "../../model/ids.js";
import type { SecurityLevel } from "../../model/site-access.js";
import type { AccessIndex } from "./access-index.js";
import { findWays, unreadRole } from "./find-ways.js";
import { describeSubject } from "./subject.js";

/** Whether an account that may browse a project sees its issues of one level. */
export interface LevelVerdict {
  readonly level: Pick<SecurityLevel, "id" | "name">;
  readonly outcome: "seen" | "conditional" | "hidden" | "unknown";
  readonly ways: readonly Way[];
}

/** For each issue security level of a project whether an account is on it; undefined where the levels were not read. */
export function decideLevels(
  { site }: AccessIndex,
  { account: id, project: place }: { readonly account: AccountId; readonly project: ProjectId },
): readonly LevelVerdict[] | undefined {
  const account = site.accounts.get(id);
  const project = site.projects.get(place);
  if (account === undefined || project?.securityLevels === undefined) return undefined;
  const standpoint = { site, subject: describeSubject(site, account), project };
  return project.securityLevels.map(({ id, name, holders }) => {
    const ways = holders.flatMap((holder) => findWays(standpoint, holder));
    const unread = holders.some((holder) => unreadRole(project, holder) !== undefined);
    return { level: { id, name }, outcome: judge(ways, unread), ways };
  });
}

function judge(ways: readonly Way[], unread: boolean): LevelVerdict["outcome"] {
  if (ways.some((way) => !isIssueWay(way))) return "seen";
  if (unread) return "unknown";
  return ways.length > 0 ? "conditional" : "hidden";
}
