import { expect, test } from "vitest";
import { move } from "../../../src/page/matrix/move.js";

/** Six rows, of which the first and the fourth are headings. */
const extent = { rows: 6, columns: 3, page: 4, isHeading: (row: number) => row === 0 || row === 3 };

test.each([
  ["ArrowDown", { row: -1, column: 1 }, { row: 1, column: 1 }],
  ["ArrowDown", { row: 2, column: 1 }, { row: 4, column: 1 }],
  ["ArrowDown", { row: 5, column: 1 }, { row: 5, column: 1 }],
  ["ArrowUp", { row: 4, column: 1 }, { row: 2, column: 1 }],
  ["ArrowUp", { row: 1, column: 1 }, { row: -1, column: 1 }],
  ["ArrowUp", { row: -1, column: 1 }, { row: -1, column: 1 }],
  ["ArrowRight", { row: 1, column: 3 }, { row: 1, column: 3 }],
  ["ArrowLeft", { row: 1, column: 0 }, { row: 1, column: 0 }],
  ["PageDown", { row: 1, column: 2 }, { row: 5, column: 2 }],
  ["PageUp", { row: 4, column: 2 }, { row: 1, column: 2 }],
  ["Home", { row: 4, column: 2 }, { row: 4, column: 0 }],
  ["End", { row: 4, column: 2 }, { row: 4, column: 3 }],
])("%s leads from %o to %o", (key, from, to) => {
  expect(move(from, { key, ctrlKey: false }, extent)).toEqual(to);
});

test.each([
  ["Home", { row: -1, column: 0 }],
  ["End", { row: 5, column: 3 }],
])("Ctrl+%s leads to the corner %o", (key, corner) => {
  expect(move({ row: 4, column: 2 }, { key, ctrlKey: true }, extent)).toEqual(corner);
});

test("other keys lead nowhere", () => {
  expect(move({ row: 1, column: 1 }, { key: "a", ctrlKey: false }, extent)).toBeUndefined();
});
