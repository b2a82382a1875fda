import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { playExamples } from "../../infra/examples/play-examples.js";
import { codeScanningFaults, sarifFaults } from "../report/findings/sarif-validator.js";

test("docs/examples holds what drift and preview print about the demo now", async () => {
  const examples = await playExamples();
  for (const [file, text] of examples) {
    expect(text, `docs/examples/${file}: run npm run examples`).toBe(readFileSync(`docs/examples/${file}`, "utf8"));
  }
  expect(readdirSync("docs/examples").sort()).toEqual(["README.md", ...examples.keys()].sort());
  const sarif = examples.get("drift.sarif") ?? "";
  expect([...sarifFaults(sarif), ...codeScanningFaults(sarif)]).toEqual([]);
});
