import { describe, expect, test } from "vitest";
import { decide } from "../../src/analysis/access/effective-permissions.js";
import { acme } from "../../src/emulator/seed/acme.js";
import { toCell } from "../../src/page/matrix/cell.js";
import { rowsOf } from "../../src/page/matrix/rows.js";
import { type Standing, surveyReport } from "../../src/page/survey.js";
import { createTallier } from "../../src/page/tally.js";
import { groupAlike } from "../../src/page/users/finding-groups.js";
import { firstView } from "../../src/page/view.js";
import { plannedReasons, reasonsOf } from "../../src/page/why/reasons.js";
import { reportOf } from "../report/html/report-of.js";

const survey = surveyReport(reportOf(acme, "stacks/demo.yaml"));
const tally = createTallier(survey);
const places = [...survey.accounts.keys()];
const inProjects = survey.columns.filter(({ place }) => place !== undefined);
const company = [...survey.projects.keys()].filter((place) => survey.projects[place]?.management === "company");

/** How a permission of an account in a project is decided. */
function outcome(state: Standing, account: number, project: number, permission: string): string {
  const [id = "", key = ""] = [survey.accounts[account]?.account.id, survey.projects[project]?.id];
  return decide(state.index, { account: id, project: key, permission }).outcome;
}

test("a tally counts what is decided project by project, and what would be decided otherwise", () => {
  const { now, planned = now } = survey;
  const ranks = ["denied", "conditional", "allowed"];
  let changes = 0;
  for (const account of places) {
    for (const column of inProjects) {
      const pairs = company.map((project) =>
        [now, planned].map((state) => outcome(state, account, project, column.permission)),
      );
      const steps = pairs.map(([before = "", after = ""]) => Math.sign(ranks.indexOf(after) - ranks.indexOf(before)));
      expect(tally(account).get(column)).toEqual({
        places: survey.projects.length,
        held: pairs.filter(([before]) => before === "allowed").length,
        some: pairs.filter(([before]) => before === "conditional").length,
        unknown: 0,
        gains: steps.filter((step) => step > 0).length,
        losses: steps.filter((step) => step < 0).length,
      });
      changes += steps.filter((step) => step !== 0).length;
    }
  }
  expect(changes).toBeGreaterThan(100);
});

test("reasons name every project once, and changes those that the tally counts", () => {
  const all = [...survey.projects.keys()];
  for (const account of places) {
    for (const column of inProjects) {
      const reasons = reasonsOf(survey, account, column, all);
      expect(reasons.flatMap(({ projects }) => projects).sort()).toEqual(all);
      const held = reasons.filter((one) => one.outcome === "allowed").flatMap(({ projects }) => projects);
      const { gain, loss } = plannedReasons(survey, account, column, all);
      expect(tally(account).get(column)).toMatchObject({
        held: held.length,
        gains: gain.flatMap(({ projects }) => projects).length,
        losses: loss.flatMap(({ projects }) => projects).length,
      });
    }
  }
});

describe("rows", () => {
  const textOf = (view: Partial<typeof firstView>) =>
    rowsOf(survey, { ...firstView, ...view }, tally).map((row) =>
      row.kind === "heading" ? row.text : row.name.trim(),
    );

  test("begin with integration users, also with those that only would gain something", () => {
    expect(textOf({}).slice(0, 4)).toEqual([
      "Integration users: 2",
      "release notes release-notes@acme.example release-notes",
      "triage triage@acme.example triage",
      "Apps and service accounts: 1",
    ]);
  });

  test("are sorted by the gravest that is held, or by name", () => {
    const people = (order: "risk" | "name") => textOf({ order }).slice(6, 9);
    expect(people("risk")[0]).toBe("admin admin@acme.example");
    expect(people("name")).toEqual(["admin admin@acme.example", "ann ann@acme.example", "bob bob@acme.example"]);
  });

  test("of one account are its projects", () => {
    const ann = places.find((place) => survey.accounts[place]?.account.email === "ann@acme.example") ?? -1;
    expect(textOf({ account: ann })[0]).toBe("pay payments");
    expect(textOf({ account: ann, search: "web" })).toEqual(["web website"]);
  });
});

test.each([
  [{ places: 6, held: 2, some: 1, unknown: 0, gains: 1, losses: 2 }, "2", "+1−2", "held"],
  [{ places: 6, held: 0, some: 3, unknown: 0, gains: 0, losses: 0 }, "◐3", "", "some"],
  [{ places: 6, held: 0, some: 0, unknown: 4, gains: 0, losses: 0 }, "?4", "", "unknown"],
  [{ places: 1, held: 1, some: 0, unknown: 0, gains: 0, losses: 1 }, "●", "−", "held"],
  [{ places: 1, held: 0, some: 0, unknown: 0, gains: 0, losses: 0 }, "", "", "none"],
])("the tally %o is shown as %s and %s", (counts, text, change, state) => {
  expect(toCell("X", counts)).toMatchObject({ text, change, state });
});

test("findings that differ in their permission only are one, the gravest first", () => {
  const extra = { kind: "extra", projects: ["PAY"], why: "through a group" } as const;
  const groups = groupAlike([
    { ...extra, permission: "BROWSE_PROJECTS" },
    { kind: "missing", projects: ["PAY"], permission: "ADD_COMMENTS" },
    { ...extra, permission: "DELETE_ISSUES" },
  ]);
  expect(groups.map(({ kind, permissions }) => [kind, permissions])).toEqual([
    ["extra", ["DELETE_ISSUES", "BROWSE_PROJECTS"]],
    ["missing", ["ADD_COMMENTS"]],
  ]);
});
