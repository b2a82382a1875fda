import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findRepeats } from "./find-repeats.js";

const mostLines = 250;
const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(ts|css)$/.test(file))
  .map((file) => join("src", file))
  .sort()
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));
const sizes = files.map(({ text }) => text.split("\n").length - 1).sort((a, b) => a - b);

test(`no file of src has more than ${mostLines} lines`, () => {
  const long = files.filter(({ text }) => text.split("\n").length - 1 > mostLines);
  expect(long.map(({ path }) => path)).toEqual([]);
});

test("half of the files of src have at most 60 lines, nine of ten at most 200", () => {
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60);
  expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThanOrEqual(200);
});

test("no six lines of code stand twice in src", () => {
  const repeats = findRepeats(files, 6).map(({ places, begins }) => `${places.join(" and ")}: ${begins}`);
  expect(repeats).toEqual([]);
});
