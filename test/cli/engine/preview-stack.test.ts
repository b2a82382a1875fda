import { expect, test } from "vitest";
import { readRefusal } from "../../../src/cli/engine/preview-stack.js";

test("what the engine refuses is told by its errors, each beginning with its place in the stack file", () => {
  const why = "stacks/web.yaml:4:3: projects.NOPE: the site shows no project NOPE; did you mean OPS?";
  const diagnostics = [
    { message: "reading the site\n", severity: "info" },
    { message: `error: ${why}\n`, severity: "error" },
  ];
  expect(readRefusal(JSON.stringify({ steps: [], diagnostics }))).toBe(why);
  expect(readRefusal("error: no such stack")).toBe("");
});
