import { type Column, shownColumns } from "../columns.js";
import { element } from "../element.js";
import type { Survey } from "../survey.js";
import type { Tallies } from "../tally.js";
import type { View, ViewStore } from "../view.js";
import type { WhyPanel } from "../why/why-panel.js";
import { drawGap, drawHeads, drawLine } from "./matrix-lines.js";
import { move, type Position } from "./move.js";
import { type Row, rowsOf } from "./rows.js";

/** What the matrix is drawn from, and where its cells lead. */
export interface GridParts {
  readonly survey: Survey;
  readonly tally: (account: number, project?: number) => Tallies;
  readonly store: ViewStore;
  readonly panel: WhyPanel;
}

const linesAround = 8;

/** The matrix on the page. It follows the view, and of thousands of lines draws those that are seen. */
export class Grid {
  readonly root: HTMLElement;
  readonly #parts: GridParts;
  readonly #head = element("thead");
  readonly #body = element("tbody");
  readonly #table: HTMLElement;
  readonly #scroller: HTMLElement;
  readonly #tells = element("p", { role: "status", class: "muted" });
  #rows: readonly Row[] = [];
  #columns: readonly Column[] = [];
  #focus: Position = { row: -1, column: 0 };

  constructor(parts: GridParts) {
    this.#parts = parts;
    this.#table = element("table", { role: "grid", "aria-labelledby": "matrix-title" }, this.#head, this.#body);
    this.#scroller = element("div", { class: "scroller", tabindex: -1 }, this.#table);
    this.root = element("div", {}, this.#tells, this.#scroller);
    this.#scroller.addEventListener("scroll", () => requestAnimationFrame(() => this.draw("seen")), { passive: true });
    this.#table.addEventListener("keydown", (event) => this.#press(event));
    this.#table.addEventListener("click", ({ target }) => this.#click(target));
    addEventListener("resize", () => this.draw("seen"));
    parts.store.watch((view) => this.#show(view));
  }

  /** Draws the lines that are seen, or all that there are. */
  draw(extent: "seen" | "all"): void {
    const hadFocus = this.#scroller.contains(document.activeElement);
    const [from, to] = extent === "all" ? [0, this.#rows.length] : this.#seen();
    const lines = this.#rows
      .slice(from, to)
      .map((row, at) => drawLine(this.#parts.survey, row, this.#columns, from + at));
    this.#body.replaceChildren(drawGap(from), ...lines, drawGap(this.#rows.length - to));
    const cell = this.#cellAt(this.#focus) ?? this.#head.querySelector("[data-row]");
    cell?.setAttribute("tabindex", "0");
    if (hadFocus) (this.#cellAt(this.#focus) ?? this.#scroller).focus({ preventScroll: true });
  }

  #show(view: View): void {
    const { survey, tally } = this.#parts;
    const hadFocus = this.#scroller.contains(document.activeElement);
    this.#columns = shownColumns(survey.columns, view);
    this.#rows = rowsOf(survey, view, tally);
    this.#focus = { row: -1, column: Math.min(this.#focus.column, this.#columns.length) };
    const found = this.#rows.filter(({ kind }) => kind !== "heading").length;
    const all = view.account === undefined ? survey.accounts.length : survey.projects.length;
    this.#tells.textContent = `${found} of ${all} ${view.account === undefined ? "accounts" : "projects"}`;
    this.#table.setAttribute("aria-rowcount", String(this.#rows.length + 2));
    this.#table.setAttribute("aria-colcount", String(this.#columns.length + 1));
    this.#head.replaceChildren(...drawHeads(this.#columns, view));
    this.#scroller.scrollTop = 0;
    this.draw("seen");
    if (hadFocus) this.#goTo(this.#focus);
  }

  #seen(): readonly [from: number, to: number] {
    const { scrollTop, clientHeight } = this.#scroller;
    const height = this.#body.querySelector("tr:not(.gap)")?.getBoundingClientRect().height || 28;
    const from = Math.max(0, Math.floor(scrollTop / height) - linesAround);
    return [from, Math.min(this.#rows.length, from + Math.ceil(clientHeight / height) + 2 * linesAround)];
  }

  #cellAt({ row, column }: Position): HTMLElement | null {
    return this.#table.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
  }

  #goTo(position: Position): void {
    this.#cellAt(this.#focus)?.setAttribute("tabindex", "-1");
    this.#focus = position;
    if (this.#cellAt(position) === null) {
      const height = this.#scroller.scrollHeight / Math.max(1, this.#rows.length);
      this.#scroller.scrollTop = Math.max(0, position.row * height - this.#scroller.clientHeight / 2);
      this.draw("seen");
    }
    const cell = this.#cellAt(position);
    cell?.setAttribute("tabindex", "0");
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #press(event: KeyboardEvent): void {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.#open(this.#focus);
      return;
    }
    if (event.key === "Escape") this.#parts.store.change({ account: undefined });
    const to = move(this.#focus, event, {
      rows: this.#rows.length,
      columns: this.#columns.length,
      page: Math.max(1, this.#seen()[1] - this.#seen()[0] - 2 * linesAround),
      isHeading: (row) => this.#rows[row]?.kind === "heading",
    });
    if (to === undefined) return;
    event.preventDefault();
    this.#goTo(to);
  }

  #click(target: EventTarget | null): void {
    const { row, column } =
      (target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null)?.dataset ?? {};
    if (row === undefined) return;
    this.#goTo({ row: Number(row), column: Number(column) });
    this.#open(this.#focus);
  }

  /** Opens what a position stands for: a permission alone, an account's projects, or why a cell is as it is. */
  #open(position: Position): void {
    const { store, panel } = this.#parts;
    const [line, column] = [this.#rows[position.row], this.#columns[position.column - 1]];
    if (position.row === -1) {
      const { permission } = store.view();
      store.change({ permission: permission === undefined ? column?.permission : undefined });
    } else if (line === undefined || line.kind === "heading") return;
    else if (column !== undefined) panel.open({ ...line, column }, () => this.#goTo(position));
    else if (line.kind === "account") store.change({ account: line.account, search: "" });
  }
}
