import { type Column, shownColumns } from "./columns.js";
import type { AccountKind, Survey } from "./survey.js";
import type { Tallies, Tally } from "./tally.js";
import { tiers } from "./tiers.js";
import type { View } from "./view.js";

/** A line of the matrix. */
export type Row = { readonly kind: "heading"; readonly text: string } | DataRow;

/** An account with what it has, or one of an account's projects with what it has there. */
export interface DataRow {
  readonly kind: "account" | "project";
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

/** The lines that a view asks for: integration users first, and in each part those of the gravest access. */
export function rowsOf(
  survey: Survey,
  view: View,
  tally: (account: number, project?: number) => Tallies,
): readonly Row[] {
  const columns = shownColumns(survey.columns, view);
  const words = view.search.toLowerCase().split(/\s+/);
  const select = (rows: readonly DataRow[]) => {
    const found = rows.filter(
      (row) => isAsked(row, columns, view) && words.every((word) => nameOf(survey, row).includes(word)),
    );
    return sortRows(survey, found, columns, view);
  };
  const { account, project } = view;
  if (account !== undefined) {
    const places = [...survey.projects.keys()].filter((place) => project === undefined || place === project);
    return select(
      places.map((place) => ({ kind: "project", account, project: place, tallies: tally(account, place) })),
    );
  }
  const all = [...survey.accounts.keys()];
  return (Object.keys(headings) as AccountKind[]).flatMap((kind): readonly Row[] => {
    const own = all.filter((place) => survey.accounts[place]?.kind === kind);
    const rows = select(
      own.map((place) => ({ kind: "account", account: place, project, tallies: tally(place, project) })),
    );
    return rows.length === 0 ? [] : [{ kind: "heading", text: `${headings[kind]}: ${rows.length}` }, ...rows];
  });
}

/** All that a row can be found by, in small letters. */
function nameOf({ accounts, projects }: Survey, row: DataRow): string {
  const { account: { displayName = "", email = "" } = {}, user } = accounts[row.account] ?? {};
  const { key = "", name = "" } = projects[row.project ?? -1] ?? {};
  return (row.kind === "project" ? `${key} ${name}` : `${displayName} ${email} ${user?.user ?? ""}`).toLowerCase();
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

function sortRows(
  survey: Survey,
  rows: readonly DataRow[],
  columns: readonly Column[],
  { order }: View,
): readonly DataRow[] {
  const ranked = rows.map((row) => ({ row, weights: order === "risk" ? weightsOf(row, columns) : [] }));
  const names = new Map(rows.map((row) => [row, nameOf(survey, row)]));
  ranked.sort((a, b) => {
    const unlike = a.weights.findIndex((weight, tier) => weight !== b.weights[tier]);
    if (unlike >= 0) return (b.weights[unlike] ?? 0) - (a.weights[unlike] ?? 0);
    return (names.get(a.row) ?? "").localeCompare(names.get(b.row) ?? "");
  });
  return ranked.map(({ row }) => row);
}

/** How much is held of each tier, gravest first. */
function weightsOf({ tallies }: DataRow, columns: readonly Column[]): readonly number[] {
  return tiers.map((tier) => {
    const own = columns.filter((column) => column.tier === tier).map((column) => tallies.get(column));
    return own.reduce((sum, tally) => sum + (tally === undefined ? 0 : tally.held + tally.some / 2), 0);
  });
}
