import { describePaths } from "../../analysis/access/describe-path.js";
import { describeVerdict } from "../../analysis/access/describe-verdict.js";
import { nameScheme } from "../../analysis/access/name-scheme.js";
import type { Holding } from "../../analysis/access/risk-inventory.js";
import { describeHolder } from "../../model/holder.js";
import type { Branch } from "../terminal/draw-tree.js";
import type { RiskReport } from "./inventory-risk.js";
import { nameAccount } from "./name-account.js";

/** An inventory as one tree a person, whoever has most first, and what is granted to nobody in particular. */
export function drawInventory(report: RiskReport): readonly Branch[] {
  const { holdings, openGrants, unknownProjects, leftOut, accounts, risk, site } = report;
  const byAccount = Map.groupBy(holdings, ({ account }) => account);
  const people = [...byAccount].sort(([, a], [, b]) => b.length - a.length);
  const open = openGrants.map((grant) => ({
    ...grant,
    reason: `${describeHolder(grant.holder)}, whom ${nameScheme(grant.scheme)} grants it to`,
  }));
  return [
    { text: `${people.length} accounts hold permissions of the risk ${risk} on ${site}` },
    ...people.map(([id, own]) => {
      const account = accounts.get(id);
      return { text: account === undefined ? id : nameAccount(account), under: drawAlike(own.flatMap(toReasons)) };
    }),
    ...(open.length === 0 ? [] : [{ text: "nobody in particular", under: drawAlike(open) }]),
    ...(unknownProjects.length === 0
      ? []
      : [{ text: `not in it, as they keep their own rules: the team-managed projects ${unknownProjects.join(", ")}` }]),
    ...(leftOut.length === 0
      ? []
      : [
          {
            text: `not in it, as Jira tells them account by account only: the global permissions ${leftOut.join(", ")}`,
          },
        ]),
  ];
}

interface Reason {
  readonly permission: string;
  readonly project: string;
  readonly reason: string;
}

function toReasons({ permission, project, verdict }: Holding): Reason[] {
  const where = verdict.outcome === "conditional" ? `${describeVerdict(verdict, permission)}: ` : "";
  const reasons = describePaths(verdict.paths).map((path) => `${where}${path}`);
  return [{ permission, project, reason: reasons.join("; also ") }];
}

/** The same permissions for the same reasons are told once, with all their projects. */
function drawAlike(reasons: readonly Reason[]): Branch[] {
  const byReason = Map.groupBy(reasons, ({ permission, reason }) => JSON.stringify([permission, reason]));
  const told = [...byReason.values()].flatMap((same) => {
    const [first] = same;
    const where = same.map(({ project }) => project).join(", ");
    return first === undefined ? [] : [{ ...first, where }];
  });
  const alike = Map.groupBy(told, ({ reason, where }) => JSON.stringify([reason, where]));
  return [...alike.values()].flatMap((same) => {
    const permissions = same.map(({ permission }) => permission).join(", ");
    return same
      .slice(0, 1)
      .map(({ where, reason }) => ({ text: `${permissions} in ${where}`, under: [{ text: reason }] }));
  });
}
