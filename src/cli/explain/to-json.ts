import { isContradiction } from "../../analysis/access/answer.js";
import { describePath } from "../../analysis/access/describe-path.js";
import { describeVerdict } from "../../analysis/access/describe-verdict.js";
import { describeRemedy } from "../../analysis/remedies/describe-remedy.js";
import type { RankedRemedies } from "../../analysis/remedies/rank-remedies.js";
import type { Explanation } from "./explain-access.js";
import type { RiskReport } from "./inventory-risk.js";

/** An explanation as scripts get it: ids and names, and each sentence that people see as `text`. */
export function toJson(explanation: Explanation): unknown {
  const { site, asked, account, groups, products, global, answers, levels, closely, requests } = explanation;
  return {
    site,
    asked: { account: asked.account, permission: asked.permission, project: asked.project },
    account: { ...account, groups, products },
    globalPermissions: global,
    answers: answers.map((answer) => {
      const { project, permission, siteSays } = answer;
      const { paths, ...verdict } = answer.verdict;
      return {
        project: project.key,
        permission,
        text: describeVerdict(answer.verdict, permission),
        ...verdict,
        paths: paths.map((path) => ({ text: describePath(path), ...path })),
        siteSays,
        contradiction: isContradiction(answer),
      };
    }),
    securityLevels: Object.fromEntries(levels),
    ...(closely === undefined
      ? {}
      : {
          endedBy: closely.endedBy.map(toChanges),
          grantedBy: closely.grantedBy.map(toChanges),
          memberships: closely.memberships.map(({ gives, ...one }) => ({ ...one, gives: Object.fromEntries(gives) })),
        }),
    requests,
  };
}

/** An inventory as scripts get it. */
export function inventoryToJson({ accounts, holdings, ...report }: RiskReport): unknown {
  return {
    ...report,
    holdings: holdings.map(({ account: id, project, permission, verdict }) => ({
      account: { id, email: accounts.get(id)?.email, displayName: accounts.get(id)?.displayName },
      project,
      permission,
      outcome: verdict.outcome,
      paths: verdict.paths.map(describePath),
    })),
  };
}

function toChanges({ changes, ...rest }: RankedRemedies): unknown {
  return { text: changes.map(describeRemedy).join(", and "), changes, ...rest };
}
