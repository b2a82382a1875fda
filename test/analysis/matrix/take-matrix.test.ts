import fc from "fast-check";
import { expect, test } from "vitest";
import { indexAccess } from "../../../src/analysis/access/access-index.js";
import { decide } from "../../../src/analysis/access/effective-permissions.js";
import { takeMatrix } from "../../../src/analysis/matrix/take-matrix.js";
import { acme } from "../../../src/emulator/seed/acme.js";
import { plantSite } from "../../../src/emulator/seed/plant-site.js";
import { parseSeed, type Seed } from "../../../src/emulator/seed/seed.js";
import { marks } from "../../../src/model/access-matrix.js";
import { siteAccessOf } from "../site-access-of.js";
import { granted, worlds } from "../worlds/random-world.js";
import { patternsOf } from "./patterns-of.js";

const accessOf = (seed: Seed) => siteAccessOf(plantSite(parseSeed(seed)));

test("a matrix says of every account, project and permission what is decided on each alone", () => {
  const outcomes = new Set<string>();
  fc.assert(
    fc.property(worlds, (world) => {
      const access = accessOf(world);
      const index = indexAccess(access);
      const matrix = takeMatrix(index, granted, new Map());
      for (const [place, account] of [...access.accounts.keys()].entries()) {
        const alone = [...access.projects.keys()].map((project) => {
          return granted.map((permission) => marks[decide(index, { account, project, permission }).outcome]).join("");
        });
        expect(patternsOf(matrix, place)).toEqual(alone);
        for (const pattern of alone) for (const mark of pattern) outcomes.add(mark);
      }
    }),
    { numRuns: 200, seed: 20_261_128 },
  );
  expect([...outcomes].sort()).toEqual(expect.arrayContaining([marks.allowed, marks.conditional, marks.denied]));
});

test("in a team-managed project the site's word stands, and where it was not asked nothing is known", () => {
  const access = accessOf(acme);
  const [carla] = [...access.accounts.values()].filter(({ email }) => email === "carla@acme.example");
  const [idea] = [...access.projects.values()].filter(({ key }) => key === "IDEA");
  const word = { global: new Set<string>(), inProjects: new Map([["EDIT_ISSUES", new Set([idea?.id ?? ""])]]) };
  const matrix = takeMatrix(indexAccess(access), ["EDIT_ISSUES", "DELETE_ISSUES"], new Map([[carla?.id ?? "", word]]));
  const inIdea = (email: string) => {
    const place = [...access.accounts.values()].findIndex((account) => account.email === email);
    return patternsOf(matrix, place)[[...access.projects.keys()].indexOf(idea?.id ?? "")];
  };
  expect(inIdea("carla@acme.example")).toBe(`${marks.said}${marks.denied}`);
  expect(inIdea("ann@acme.example")).toBe(marks.unknown.repeat(2));
});
