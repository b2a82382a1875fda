import { expect, test } from "vitest";
import { beyondBaseline } from "../../../src/analysis/policies/beyond-baseline.js";
import { listRights } from "../../../src/analysis/policies/right-text.js";
import { declare } from "./declare.js";
import { refused } from "./judge.js";

const words = {
  grants: ["D/ADD_COMMENTS/projectRole:Developers"],
  seats: ["PAY/Developers/group:pay-devs", "/Developers/user:ann@acme.example"],
  memberships: ["pay-devs/ann@acme.example"],
};
const lines = listRights(declare(words)).map(({ right }) => right);

test("what the baseline lists passes, whatever else it lists", () => {
  expect(refused(beyondBaseline, words, {}, { readBaseline: () => [...lines, "member pay-devs / eve"] })).toEqual([]);
});

test.each([...lines.keys()])("a right that the baseline does not list is refused (%i)", (index) => {
  const readBaseline = () => lines.filter((_, other) => other !== index);
  expect(refused(beyondBaseline, words, {}, { readBaseline })).toEqual([lines[index]]);
});

test("a stack without a baseline is not judged, and one with an empty baseline may declare nothing", () => {
  expect(refused(beyondBaseline, words)).toBeUndefined();
  expect(refused(beyondBaseline, words, {}, { readBaseline: () => [] })).toEqual(lines);
});

test("the settings name the file", () => {
  const readBaseline = (file: string | undefined) => (file === "other.txt" ? lines : []);
  expect(refused(beyondBaseline, words, { file: "other.txt" }, { readBaseline })).toEqual([]);
});
