import { type Column, shownColumns } from "../columns.js";
import type { AccountKind, Survey } from "../survey.js";
import type { Tallies, Tally } from "../tally.js";
import type { View } from "../view.js";
import { sortRows } from "./sort-rows.js";

/** A line of the matrix. */
export type Row = { readonly kind: "heading"; readonly text: string } | DataRow;

/** An account with what it has, or one of an account's projects with what it has there. */
export interface DataRow {
  readonly kind: "account" | "project";
  /** All that it can be found by, in small letters. */
  readonly name: string;
  readonly account: number;
  /** The only project that is counted. */
  readonly project: number | undefined;
  readonly tallies: Tallies;
}

const headings: Readonly<Record<AccountKind, string>> = {
  integration: "Integration users",
  app: "Apps and service accounts",
  person: "People",
  customer: "Customers",
};

type Tallier = (account: number, project?: number) => Tallies;

/** The lines that a view asks for: integration users first, and in each part those of the gravest access. */
export function rowsOf(survey: Survey, view: View, tally: Tallier): readonly Row[] {
  const columns = shownColumns(survey.columns, view);
  const words = view.search.toLowerCase().split(/\s+/);
  const choose = (rows: readonly DataRow[]) => {
    const found = rows.filter((row) => words.every((word) => row.name.includes(word)) && isAsked(row, columns, view));
    return sortRows(found, columns, view.order);
  };
  if (view.account !== undefined) return choose(projectRows(survey, view, view.account, tally));
  const byKind = Map.groupBy(survey.accounts.keys(), (place) => survey.accounts[place]?.kind);
  return (Object.keys(headings) as AccountKind[]).flatMap((kind): readonly Row[] => {
    const rows = choose((byKind.get(kind) ?? []).map((place) => accountRow(survey, view, place, tally)));
    return rows.length === 0 ? [] : [{ kind: "heading", text: `${headings[kind]}: ${rows.length}` }, ...rows];
  });
}

function accountRow({ accounts }: Survey, { project }: View, account: number, tally: Tallier): DataRow {
  const { account: { displayName = "", email = "" } = {}, user } = accounts[account] ?? {};
  const name = `${displayName} ${email} ${user?.user ?? ""}`.toLowerCase();
  return { kind: "account", name, account, project, tallies: tally(account, project) };
}

function projectRows({ projects }: Survey, { project }: View, account: number, tally: Tallier): readonly DataRow[] {
  return projects.flatMap(({ key, name }, place): DataRow[] => {
    if (project !== undefined && project !== place) return [];
    const tallies = tally(account, place);
    return [{ kind: "project", name: `${key} ${name}`.toLowerCase(), account, project: place, tallies }];
  });
}

function isAsked({ kind, tallies }: DataRow, columns: readonly Column[], { who }: View): boolean {
  if (who === "everybody") return true;
  return columns.some((column) => {
    const tally = tallies.get(column);
    if (tally === undefined || (kind === "project" && column.place === undefined)) return false;
    return isChanging(tally) || (who === "holders" && tally.held + tally.some + tally.unknown > 0);
  });
}

function isChanging({ gains, losses }: Tally): boolean {
  return gains + losses > 0;
}
