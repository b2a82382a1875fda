import { expect, test } from "vitest";
import { findStages, firstOutput } from "../../bench/first-output/stages.js";

const printed = [
  "Installing npm packages",
  "Compiling",
  "",
  "1. The site has five projects",
  "",
  "  + DELETE_ISSUES",
  "2. pulumi up",
  "What this showed",
].map((text, index) => ({ text, seconds: 10 * index }));

test("the first useful output is what stands below the first headline, not the headline", () => {
  expect(findStages(printed).find(({ seen }) => seen === firstOutput)).toMatchObject({ seconds: 50 });
});

test("a demo that stopped before its end is no measurement, and what it printed is told", () => {
  expect(() => findStages(printed.slice(0, -1))).toThrow("2. pulumi up");
});
