import { marks } from "../model/access-matrix.js";
import type { Column } from "./columns.js";
import { globalMark, type Survey } from "./survey.js";

/** In how many of some projects an account has a permission; for one on the whole site there is one place, the site. */
export interface Tally {
  readonly places: number;
  held: number;
  /** On some issues only. */
  some: number;
  unknown: number;
  /** Where it would be had, and is not, or on some issues only, and the other way round. */
  gains: number;
  losses: number;
}

/** The tallies of an account, a column each in the order of all columns. */
export type Tallies = ReadonlyMap<Column, Tally>;

/** Counts what accounts have; asks each question once. */
export function createTallier(survey: Survey): (account: number, project?: number) => Tallies {
  const known = new Map<string, Tallies>();
  return (account, project) => {
    const key = `${account} ${project}`;
    const tallies = known.get(key) ?? takeTallies(survey, account, project);
    known.set(key, tallies);
    return tallies;
  };
}

function takeTallies(survey: Survey, account: number, only: number | undefined): Tallies {
  const { columns, projects } = survey;
  const places = only === undefined ? projects.length : 1;
  const tallies = new Map<Column, Tally>(
    columns.map((column) => [column, emptyTally(column.place === undefined ? 1 : places)]),
  );
  for (const [now, planned, times] of patternsOf(survey, account, only)) {
    for (const [{ place }, tally] of tallies) {
      if (place !== undefined) count(tally, now[place], planned[place], times);
    }
  }
  for (const [{ place, permission }, tally] of tallies) {
    const mark = place === undefined ? globalMark(survey, account, permission) : undefined;
    if (mark !== undefined) count(tally, mark, mark, 1);
  }
  return tallies;
}

/** How often each pair of a pattern now and a planned one comes up. */
function patternsOf(
  { now, planned = now, projects }: Survey,
  account: number,
  only: number | undefined,
): readonly (readonly [now: string, planned: string, times: number])[] {
  const [before, after, width] = [now.rowAt(account), planned.rowAt(account), planned.patterns.length];
  const times = new Map<number, number>();
  const [from, to] = only === undefined ? [0, projects.length] : [only, only + 1];
  for (let project = from; project < to; project++) {
    const pair = (before[project] ?? 0) * width + (after[project] ?? 0);
    times.set(pair, (times.get(pair) ?? 0) + 1);
  }
  return [...times].map(([pair, count]) => {
    return [now.patterns[Math.floor(pair / width)] ?? "", planned.patterns[pair % width] ?? "", count];
  });
}

function count(tally: Tally, now: string | undefined, planned: string | undefined, times: number): void {
  if (now === marks.allowed || now === marks.said) tally.held += times;
  else if (now === marks.conditional) tally.some += times;
  else if (now === marks.unknown) tally.unknown += times;
  const change = changeOf(now, planned);
  if (change === "gain") tally.gains += times;
  else if (change === "loss") tally.losses += times;
}

/** Which way it would go; undefined where it stays, and where one side is not known. */
export function changeOf(now: string | undefined, planned: string | undefined): "gain" | "loss" | undefined {
  const [before, after] = [rankOf(now), rankOf(planned)];
  if (before === undefined || after === undefined || before === after) return undefined;
  return after > before ? "gain" : "loss";
}

function rankOf(mark: string | undefined): number | undefined {
  if (mark === undefined || mark === marks.unknown) return undefined;
  return mark === marks.denied ? 0 : mark === marks.conditional ? 1 : 2;
}

function emptyTally(places: number): Tally {
  return { places, held: 0, some: 0, unknown: 0, gains: 0, losses: 0 };
}
