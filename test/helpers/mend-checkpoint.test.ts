import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { mendCheckpoint } from "./mend-checkpoint.js";

test("a state that a kill left empty becomes the one before, and a whole one stays", () => {
  const folder = mkdtempSync(join(tmpdir(), "checkpoint-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const stacks = join(folder, ".pulumi/stacks/project");
  mkdirSync(stacks, { recursive: true });
  for (const [name, text] of [
    ["killed.json", ""],
    ["killed.json.bak", "before"],
    ["whole.json", "now"],
    ["whole.json.bak", "before"],
  ] as const) {
    writeFileSync(join(stacks, name), text);
  }
  mendCheckpoint({ PULUMI_BACKEND_URL: pathToFileURL(folder).href });
  expect(readFileSync(join(stacks, "killed.json"), "utf8")).toBe("before");
  expect(readFileSync(join(stacks, "whole.json"), "utf8")).toBe("now");
});
