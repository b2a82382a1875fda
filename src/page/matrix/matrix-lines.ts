import type { Column } from "../columns.js";
import { element } from "../element.js";
import { nameAccount, sayPermission } from "../names.js";
import type { Survey } from "../survey.js";
import { drawTierTag } from "../tier-tag.js";
import { tiers } from "../tiers.js";
import type { View } from "../view.js";
import { toCell } from "./cell.js";
import type { DataRow, Row } from "./rows.js";

/** The two lines above the matrix: the tiers, and the permissions. */
export function drawHeads(columns: readonly Column[], { account, permission }: View): readonly HTMLElement[] {
  const bands = tiers.flatMap((tier) => {
    const wide = columns.filter((column) => column.tier === tier).length;
    return wide === 0
      ? []
      : [
          element(
            "th",
            {
              role: "columnheader",
              scope: "colgroup",
              colspan: wide,
              class: `band ${tier} ${wide < 3 ? "narrow" : ""}`,
            },
            drawTierTag(tier),
          ),
        ];
  });
  const heads = columns.map((column, at) => {
    const isChosen = permission === column.permission;
    const where = column.place === undefined ? " (whole site)" : "";
    return element(
      "th",
      {
        role: "columnheader",
        scope: "col",
        class: `head-cell ${column.tier}`,
        tabindex: -1,
        "data-row": -1,
        "data-column": at + 1,
        "aria-label": `${column.permission}${where}${isChosen ? ", the only one shown" : ""}`,
      },
      element("span", {}, `${sayPermission(column.permission)}${column.place === undefined ? " *" : ""}`),
    );
  });
  const corner = account === undefined ? "Account" : "Project";
  return [
    element("tr", { role: "row", "aria-rowindex": 1 }, element("td", { role: "gridcell", class: "name" }), ...bands),
    element(
      "tr",
      { role: "row", "aria-rowindex": 2 },
      element(
        "th",
        { role: "columnheader", scope: "col", class: "name", tabindex: -1, "data-row": -1, "data-column": 0 },
        corner,
      ),
      ...heads,
    ),
  ];
}

/** One line of the matrix. */
export function drawLine(survey: Survey, row: Row, columns: readonly Column[], at: number): HTMLElement {
  if (row.kind === "heading") {
    const title = element("th", { role: "rowheader", colspan: columns.length + 1 }, element("span", {}, row.text));
    return element("tr", { role: "row", "aria-rowindex": at + 3, class: "heading" }, title);
  }
  const cells = columns.map((column, place) => drawCell(row, column, at, place + 1));
  return element("tr", { role: "row", "aria-rowindex": at + 3 }, drawName(survey, row, at), ...cells);
}

function drawName(survey: Survey, row: DataRow, at: number): HTMLElement {
  const [name, more] = namesOf(survey, row);
  return element(
    "th",
    { role: "rowheader", scope: "row", class: "name", tabindex: -1, "data-row": at, "data-column": 0 },
    element("bdi", {}, name),
    " ",
    element("bdi", { class: "muted" }, more),
  );
}

function namesOf({ accounts, projects }: Survey, { kind, account, project }: DataRow): readonly [string, string] {
  const [known, place] = [accounts[account], projects[project ?? -1]];
  if (kind === "project")
    return [place?.key ?? "", `${place?.name ?? ""}${place?.management === "team" ? ", team-managed" : ""}`];
  return known === undefined ? ["", ""] : nameAccount(known);
}

function drawCell({ kind, tallies }: DataRow, column: Column, row: number, place: number): HTMLElement {
  const tally = tallies.get(column);
  const position = { tabindex: -1, "data-row": row, "data-column": place };
  if (tally === undefined || (kind === "project" && column.place === undefined)) {
    return element("td", {
      role: "gridcell",
      class: "outside",
      "aria-label": "held on the whole site or not at all",
      ...position,
    });
  }
  const { text, change, label, state } = toCell(column.permission, tally);
  const way = tally.gains > 0 ? "gain" : tally.losses > 0 ? "loss" : "";
  return element(
    "td",
    { role: "gridcell", class: `${column.tier} ${state} ${way}`, "aria-label": label, ...position },
    text,
    change === "" ? undefined : element("small", {}, change),
  );
}

/** A gap as high as the lines that are not drawn. */
export function drawGap(lines: number): HTMLElement {
  const gap = element("tr", { class: "gap", "aria-hidden": "true" });
  gap.style.setProperty("--lines", String(lines));
  return gap;
}
