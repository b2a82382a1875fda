import { type PackedReport, unpackReport } from "../report/html/packed-report.js";
import { element } from "./element.js";
import { drawBar } from "./matrix/filter-bar.js";
import { Grid } from "./matrix/grid.js";
import { drawLegend } from "./matrix/legend.js";
import { drawHead } from "./page-head.js";
import { drawSummary } from "./summary.js";
import { surveyReport } from "./survey.js";
import { createTallier } from "./tally.js";
import { drawUsers } from "./users/users.js";
import { createViewStore } from "./view.js";
import { createWhyPanel } from "./why/why-panel.js";

const data = document.getElementById("report")?.textContent ?? "";
const survey = surveyReport(unpackReport(JSON.parse(data) as PackedReport));
const [tally, store, panel] = [createTallier(survey), createViewStore(), createWhyPanel(survey)];
const bar = drawBar(survey, store);
const matrix = element("section", { id: "matrix", "aria-labelledby": "matrix-title", tabindex: -1 }, bar);
document.body.append(
  element("a", { class: "skip", href: "#matrix" }, "Skip to the matrix"),
  drawHead(survey.report),
  element("main", {}, drawSummary(survey, tally, store), drawUsers(survey, tally, store), matrix),
  panel.root,
);
const grid = new Grid({ survey, tally, store, panel });
matrix.append(grid.root, drawLegend(survey));
grid.draw("seen");
// On the screen only those lines are there that are seen; on paper all of them, and what is folded too.
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  grid.draw("all");
});
addEventListener("afterprint", () => grid.draw("seen"));
