import { expect, test } from "vitest";
import manifest from "../../../package.json" with { type: "json" };
import { examineNode } from "../../../src/cli/doctor/examine-node.js";

test("the oldest Node that will do is the one that the package names", () => {
  const [, oldest = ""] = /^>=(.*)$/.exec(manifest.engines.node) ?? [];
  const [major = 0, minor = 0] = oldest.split(".").map(Number);
  expect(examineNode(`${major}.${minor}.0`).status).toBe("ok");
  expect(examineNode(`${major}.${minor - 1}.9`)).toMatchObject({
    status: "missing",
    cure: expect.stringContaining(oldest),
  });
  expect(examineNode(`${major + 2}.0.0`).status).toBe("ok");
});
