import { expect, it } from "vitest";
import { nearest } from "../../src/model/nearest.js";

it.each([
  ["BROWSE_PROJECT", "BROWSE_PROJECTS"],
  ["browse_projects", "BROWSE_PROJECTS"],
  ["ADD_COMENT", "ADD_COMMENTS"],
])("%s is nearest to %s", (text, candidate) => {
  expect(nearest(text, ["EDIT_ISSUES", "ADD_COMMENTS", "BROWSE_PROJECTS"])).toBe(candidate);
});

it("prefers the candidate with the fewest edits, then the first", () => {
  expect(nearest("delivry", ["deliver", "delivery"])).toBe("delivery");
  expect(nearest("aac", ["aab", "aad"])).toBe("aab");
});

it("finds nothing where nothing is near", () => {
  expect(nearest("reporter", ["group", "anyone"])).toBeUndefined();
  expect(nearest("reporter", [])).toBeUndefined();
});
