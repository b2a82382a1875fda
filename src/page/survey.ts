import { type AccessIndex, indexAccess } from "../analysis/access/access-index.js";
import { decideGlobal } from "../analysis/access/effective-permissions.js";
import { marks } from "../model/access-matrix.js";
import type { AccessReport, AccessState, ReportedUser } from "../model/access-report.js";
import type { AccountAccess, ProjectAccess } from "../model/site-access.js";
import { type Column, columnsOf } from "./columns.js";

/** A report made ready for questions. Accounts and projects are meant by their places. */
export interface Survey {
  readonly report: AccessReport;
  readonly accounts: readonly SurveyedAccount[];
  readonly projects: readonly ProjectAccess[];
  readonly columns: readonly Column[];
  readonly now: Standing;
  readonly planned?: Standing;
}

/** An account as the page lists it. */
export interface SurveyedAccount {
  readonly account: AccountAccess;
  /** What the stack file calls it, and what was found about it. */
  readonly user?: ReportedUser;
  readonly kind: AccountKind;
}

/** What kinds of accounts the page tells apart. */
export type AccountKind = "integration" | "app" | "person" | "customer";

/** One state of the site. */
export interface Standing {
  readonly index: AccessIndex;
  readonly patterns: readonly string[];
  /** The pattern of an account in each project. */
  readonly rowAt: (account: number) => Uint32Array;
}

/** Makes a report ready for questions; costs a few milliseconds for a million pairs of account and project. */
export function surveyReport(report: AccessReport): Survey {
  const { access } = report.now;
  const users = new Map(report.integrationUsers.map((user) => [user.id, user]));
  return {
    report,
    accounts: [...access.accounts.values()].map((account) => {
      const user = users.get(account.id);
      return { account, kind: kindOf(account, user), ...(user === undefined ? {} : { user }) };
    }),
    projects: [...access.projects.values()],
    columns: columnsOf(report),
    now: toStanding(report.now),
    ...(report.planned === undefined ? {} : { planned: toStanding(report.planned) }),
  };
}

/** How an account has a permission on the whole site, as far as the site was asked. */
export function globalMark({ now, accounts }: Survey, account: number, permission: string): string {
  const id = accounts[account]?.account.id ?? "";
  const { outcome } = decideGlobal(now.index, id, permission);
  return outcome === "allowed" ? marks.said : marks[outcome];
}

/** How an account has a permission in a project. */
export function markAt(
  { patterns, rowAt }: Standing,
  account: number,
  project: number,
  { place = -1 }: Column,
): string {
  return patterns[rowAt(account)[project] ?? -1]?.[place] ?? marks.unknown;
}

function toStanding({ access, matrix: { patterns, rows, rowOf } }: AccessState): Standing {
  const wide = rows.map((runs) => {
    const row = new Uint32Array(access.projects.size);
    let from = 0;
    for (let at = 0; at < runs.length; at += 2) {
      const to = from + (runs[at + 1] ?? 0);
      row.fill(runs[at] ?? 0, from, to);
      from = to;
    }
    return row;
  });
  const none = new Uint32Array(access.projects.size);
  return { index: indexAccess(access), patterns, rowAt: (account) => wide[rowOf[account] ?? -1] ?? none };
}

function kindOf({ type }: AccountAccess, user: ReportedUser | undefined): AccountKind {
  if (user !== undefined) return "integration";
  return type === "atlassian" ? "person" : type;
}
