import { describePaths } from "../../analysis/access/describe-path.js";
import { describeVerdict } from "../../analysis/access/describe-verdict.js";
import { decide } from "../../analysis/access/effective-permissions.js";
import { marks } from "../../model/access-matrix.js";
import type { Column } from "../columns.js";
import { markAt, type Standing, type Survey } from "../survey.js";
import { changeOf } from "../tally.js";

/** How an account has a permission, or lacks it, and the projects in which that is the same. */
export interface Reason {
  readonly outcome: "allowed" | "conditional" | "denied" | "unknown";
  /** In words, as `allowed`. */
  readonly says: string;
  /** Each path as the end of a sentence about the permission. */
  readonly paths: readonly string[];
  /** Where it is so; places of projects. */
  readonly projects: readonly number[];
}

/** The reasons for a permission of an account in some projects as it is now, what is held first. */
export function reasonsOf(
  survey: Survey,
  account: number,
  column: Column,
  projects: readonly number[],
): readonly Reason[] {
  return group(projects.map((project) => reasonIn(survey, survey.now, account, column, project)));
}

/** The reasons that would hold where applying the stack changes a permission, by which way it would go. */
export function plannedReasons(
  survey: Survey,
  account: number,
  column: Column,
  projects: readonly number[],
): { readonly gain: readonly Reason[]; readonly loss: readonly Reason[] } {
  const { now, planned } = survey;
  const those = (change: "gain" | "loss"): readonly Reason[] => {
    if (planned === undefined) return [];
    const changed = projects.filter((project) => {
      return changeOf(markAt(now, account, project, column), markAt(planned, account, project, column)) === change;
    });
    return group(changed.map((project) => reasonIn(survey, planned, account, column, project)));
  };
  return { gain: those("gain"), loss: those("loss") };
}

function reasonIn(survey: Survey, state: Standing, account: number, column: Column, place: number): Reason {
  const [id, project] = [survey.accounts[account]?.account.id ?? "", survey.projects[place]?.id ?? ""];
  const { permission } = column;
  const verdict = decide(state.index, { account: id, project, permission });
  const said = verdict.outcome === "unknown" && markAt(state, account, place, column);
  const says = describeVerdict(verdict, permission);
  const projects = [place];
  if (said === marks.said)
    return { outcome: "allowed", says: `the site says that it has it; ${says}`, paths: [], projects };
  if (said === marks.denied)
    return { outcome: "denied", says: `the site says that it does not; ${says}`, paths: [], projects };
  return { outcome: verdict.outcome, says, paths: describePaths(verdict.paths), projects };
}

const order = ["allowed", "conditional", "unknown", "denied"];

function group(reasons: readonly Reason[]): readonly Reason[] {
  const alike = Map.groupBy(reasons, ({ outcome, says, paths }) => JSON.stringify([outcome, says, paths]));
  return [...alike.values()]
    .flatMap(([first, ...rest]) => {
      return first === undefined ? [] : [{ ...first, projects: [first, ...rest].flatMap(({ projects }) => projects) }];
    })
    .sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || b.projects.length - a.projects.length);
}
