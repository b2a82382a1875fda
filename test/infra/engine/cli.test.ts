import { expect, test } from "vitest";
import { obtainFromFirst } from "../../../infra/engine/cli.mjs";

function source(name: string, refusal: string, asked: string[]) {
  return {
    name,
    obtain: async () => {
      asked.push(name);
      return refusal;
    },
  };
}

test("the first source that delivers is the last one asked", async () => {
  const asked: string[] = [];
  await obtainFromFirst([source("a", "no", asked), source("b", "", asked), source("c", "", asked)], "1.2.3");
  expect(asked).toEqual(["a", "b"]);
});

test("when none delivers, the error says what was tried, why each failed and what to do", async () => {
  const sources = [source("the folder", "it is empty", []), source("the build", "first\nsecond", [])];
  await expect(obtainFromFirst(sources, "1.2.3")).rejects.toThrow(
    new RegExp(
      [
        "The Pulumi CLI 1.2.3 could not be had. Tried:",
        " {2}1. the folder: it is empty",
        " {2}2. the build: first",
        " {5}second",
        "What to do: install Go .*npm run set-up",
      ].join("\n"),
    ),
  );
});
