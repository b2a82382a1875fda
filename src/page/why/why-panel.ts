import { describePermission } from "../../catalogue/permissions.js";
import type { Column } from "../columns.js";
import { element } from "../element.js";
import { nameAccount, nameProjects } from "../names.js";
import type { Survey } from "../survey.js";
import { drawTierTag } from "../tier-tag.js";
import { globalReason } from "./global-reason.js";
import { plannedReasons, type Reason, reasonsOf } from "./reasons.js";
import { drawRemedies } from "./remedies.js";

/** What is asked about: a permission of an account, in one project or in all. */
interface WhyQuestion {
  readonly account: number;
  readonly project: number | undefined;
  readonly column: Column;
}

/** The panel that says why. */
export interface WhyPanel {
  readonly root: HTMLElement;
  /** @param back is called when the panel closes, to put the focus where it was. */
  readonly open: (question: WhyQuestion, back: () => void) => void;
}

/** A panel that tells every path by which an account has a permission, and what would change. */
export function createWhyPanel(survey: Survey): WhyPanel {
  let goBack = () => {};
  const close = () => {
    root.hidden = true;
    goBack();
  };
  const title = element("h2", { id: "why-title", tabindex: -1 });
  const content = element("div", { class: "why-content" });
  const closer = element("button", { type: "button", class: "close", onclick: close, "aria-label": "Close" }, "✕");
  const root = element(
    "div",
    { class: "why screen-only", role: "dialog", "aria-labelledby": "why-title", hidden: true },
    element("div", { class: "why-title" }, title, closer),
    content,
  );
  root.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close();
  });
  return {
    root,
    open: (question, back) => {
      goBack = back;
      const account = survey.accounts[question.account];
      if (account === undefined) return;
      title.replaceChildren(
        element("span", {}, question.column.permission),
        " ",
        element(
          "small",
          {},
          nameAccount(account)
            .filter((part) => part !== "")
            .join(" · "),
        ),
      );
      content.replaceChildren(...explain(survey, question));
      root.hidden = false;
      title.focus();
    },
  };
}

function explain(survey: Survey, { account, project, column }: WhyQuestion): readonly HTMLElement[] {
  const about = element(
    "p",
    { class: "muted" },
    drawTierTag(column.tier),
    " ",
    describePermission(column.permission)?.summary ?? "An app defines it.",
  );
  if (column.place === undefined) return [about, element("p", {}, globalReason(survey, account, column.permission))];
  const projects = project === undefined ? [...survey.projects.keys()] : [project];
  const { gain, loss } = plannedReasons(survey, account, column, projects);
  return [
    about,
    ...drawReasons(survey, "Would be gained", gain, "gain"),
    ...drawReasons(survey, "Would be lost", loss, "loss"),
    ...reasonsOf(survey, account, column, projects).map((reason) =>
      drawReason(survey, reason, reason.outcome, drawRemedies(survey, account, column.permission, reason)),
    ),
  ];
}

function drawReasons(survey: Survey, title: string, reasons: readonly Reason[], tone: string): readonly HTMLElement[] {
  if (reasons.length === 0) return [];
  return [
    element(
      "section",
      { class: `change ${tone}` },
      element("h3", {}, title),
      ...reasons.map((reason) => drawReason(survey, reason, "")),
    ),
  ];
}

function drawReason(
  survey: Survey,
  { projects, says, paths, outcome }: Reason,
  tone: string,
  more?: HTMLElement,
): HTMLElement {
  const keys = projects.flatMap((place) => survey.projects[place]?.key ?? []);
  const signs = { allowed: "● ", conditional: "◐ ", denied: "○ ", unknown: "? " };
  return element(
    "section",
    { class: `reason ${tone}` },
    element("h3", {}, `${signs[outcome]}in ${nameProjects(survey, keys)}`),
    element("p", {}, says),
    paths.length === 0 ? undefined : element("ul", {}, ...paths.map((path) => element("li", {}, path))),
    more,
  );
}
