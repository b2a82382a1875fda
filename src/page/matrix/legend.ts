import { element } from "../element.js";
import type { Survey } from "../survey.js";

/** What the signs of the matrix mean. */
export function drawLegend({ planned, report, projects }: Survey): HTMLElement {
  const signs: readonly (readonly [string, string])[] = [
    ["3", `held in so many of the ${projects.length} projects`],
    ["●", "held"],
    ["◐", "on some issues only"],
    ["?", "unknown"],
    ["*", "on the whole site, as the site says"],
    ...(planned === undefined
      ? []
      : ([["+ −", `gained and lost by applying ${report.stack ?? "the stack"}`]] as const)),
  ];
  const terms = signs.map(([sign, means]) => element("div", {}, element("dt", {}, sign), element("dd", {}, means)));
  const keys = "Arrow keys move through the matrix, Enter tells why, Escape goes back.";
  return element(
    "footer",
    { class: "legend" },
    element("dl", {}, ...terms),
    element("p", { class: "screen-only" }, keys),
  );
}
