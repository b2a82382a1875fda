import { describePath } from "../../analysis/access/describe-path.js";
import type { AccessChange, AccessComparison } from "../../analysis/comparison/compare-access.js";
import type { Novelty } from "../../analysis/comparison/find-new.js";
import { isIssueWay } from "../../model/access-path.js";
import type { AccessShift } from "../../model/preview.js";
import { describeShift } from "../preview/describe-preview.js";

/** Everything of a comparison as plain data, for scripts and for comments on changes. */
export function comparisonData({ gains, losses, unclear }: AccessComparison) {
  return { gains: gains.map(changeData), losses: losses.map(changeData), unclear: unclear.map(changeData) };
}

/** A comparison for people to read: gains, losses, and what only the site can tell. */
export function describeComparison({ gains, losses, unclear }: AccessComparison): string {
  const parts = [
    ...describeList("gains", gains),
    ...describeList("losses", losses),
    ...describeList("only the site can tell", unclear),
  ];
  return parts.length === 0 ? "nobody gains or loses anything\n" : `${parts.join("\n")}\n`;
}

/** Whether a change gives something new, in a line. */
export function describeNovelty(novelty: Novelty): string {
  if (novelty.answer === "nothing") return "gives nothing new\n";
  const words =
    novelty.answer === "something" ? "gives something new" : "may give something new, as only the site can tell";
  return `${words}: ${describeChange(novelty.counterexample)}\n`;
}

/** The same as plain data. */
export function noveltyData(novelty: Novelty) {
  if (novelty.answer === "nothing") return { gives: novelty.answer };
  return { gives: novelty.answer, counterexample: changeData(novelty.counterexample) };
}

/** One change in a line. */
function describeChange(change: AccessChange): string {
  return describeShift(changeData(change));
}

function changeData(change: AccessChange): AccessShift {
  const { account, project, permission, risk, before, after } = change;
  return {
    account: account.name,
    accountId: account.id,
    ...(project === undefined ? {} : { project: project.key }),
    permission,
    ...(risk === undefined ? {} : { risk }),
    before: before.outcome,
    after: after.outcome,
    paths: pathsOf(change),
  };
}

/** How the access is had, or was had where it is lost; ways that are open on single issues last. */
function pathsOf({ before, after }: AccessChange): readonly string[] {
  const { paths = [] } = "paths" in after && after.paths.length > 0 ? after : "paths" in before ? before : {};
  const [onAll, onSome] = [paths.filter(({ way }) => !isIssueWay(way)), paths.filter(({ way }) => isIssueWay(way))];
  return [...onAll, ...onSome].map(describePath);
}

function describeList(title: string, changes: readonly AccessChange[]): readonly string[] {
  return changes.length === 0 ? [] : [`${title}:`, ...changes.map((change) => `  ${describeChange(change)}`)];
}
