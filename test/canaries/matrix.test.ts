import { expect, test } from "vitest";
import { formatMatrix, leaksIn, lookAt, type Matrix } from "./matrix.js";

test("the matrix tells a leak by place, secret and encoding, and what was looked through", () => {
  const matrix: Matrix = new Map();
  const encoded = Buffer.from("a canary-of-tests b").toString("base64");
  lookAt(matrix, "the state", "token", "canary-of-tests", "x".repeat(1500));
  lookAt(matrix, "the state", "key", "canary-of-keys", "nothing");
  lookAt(matrix, "the log", "token", "canary-of-tests", `${encoded} and canary-of-tests`);
  expect(leaksIn(matrix)).toEqual([
    "the log: token in raw",
    "the log: token in URL",
    "the log: token in JSON",
    "the log: token in HTML",
    "the log: token in base64",
  ]);
  expect(formatMatrix(matrix)).toBe(
    [
      "| where | token | key |",
      "| --- | --: | --: |",
      "| the state | 0 (2 k) | 0 (1 k) |",
      "| the log | 5 (1 k) | – |",
    ].join("\n"),
  );
});
