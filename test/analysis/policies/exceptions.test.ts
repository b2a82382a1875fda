import { expect, test } from "vitest";
import { publicGrant } from "../../../src/analysis/policies/public-grant.js";
import { judge, refused } from "./judge.js";

const words = { grants: ["D/BROWSE_PROJECTS/anyone", "Open (all)/BROWSE_PROJECTS/anyone"] };
const exception = (right: string, until = "2026-06-15") => ({
  exceptions: [{ right, reason: "the project is public", until }],
});

test("an exception lets pass what it names, on its last day too", () => {
  const right = "grant Open (all) / BROWSE_PROJECTS / anyone";
  expect(refused(publicGrant, words, exception(right))).toEqual(["grant D / BROWSE_PROJECTS / anyone"]);
});

test("a star stands for any text, and everything else for itself", () => {
  expect(refused(publicGrant, words, exception("grant * / anyone"))).toEqual([]);
  expect(refused(publicGrant, words, exception("grant Open .all. / BROWSE_PROJECTS / anyone"))).toHaveLength(2);
  expect(refused(publicGrant, words, exception("BROWSE_PROJECTS"))).toHaveLength(2);
});

test("an exception that ended excuses nothing and is reported itself", () => {
  const right = "grant D / BROWSE_PROJECTS / anyone";
  const judgement = judge(publicGrant, { grants: words.grants.slice(0, 1) }, exception(right, "2026-06-14"));
  expect(judgement).toMatchObject({
    violations: [
      { right, source: "D/BROWSE_PROJECTS/anyone" },
      { right, message: expect.stringContaining("(the project is public) ended on 2026-06-14") },
    ],
  });
});

test("an exception that ended is reported although what it named is gone", () => {
  expect(refused(publicGrant, {}, exception("grant *", "2020-01-01"))).toEqual(["grant *"]);
});

test.each([
  ["without a reason", { right: "grant *", until: "2027-01-01" }],
  ["with a reason of a word", { right: "grant *", reason: "ok", until: "2027-01-01" }],
  ["without an end", { right: "grant *", reason: "the project is public" }],
  ["with a day that no calendar has", { right: "grant *", reason: "the project is public", until: "2027-02-30" }],
  ["with more than that", { right: "grant *", reason: "the project is public", until: "2027-01-01", who: "me" }],
])("an exception %s is refused", (_, given) => {
  expect(() => judge(publicGrant, words, { exceptions: [given] })).toThrow("exceptions");
});
