import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { build, buildIsReady } from "../../../infra/engine/build.mjs";
import { fakeRun, quiet } from "./fakes.js";

let top: string;
const compiled = fakeRun({ node: { ok: true, output: "", reason: "" } }).run;

beforeEach(async () => {
  top = mkdtempSync(join(tmpdir(), "build-"));
  for (const folder of ["src/model", "infra", "bench", "dist"]) mkdirSync(join(top, folder), { recursive: true });
  for (const file of ["package.json", "package-lock.json", "tsconfig.json", "src/model/a.ts", "src/b.ts"]) {
    writeFileSync(join(top, file), "{}");
  }
  await build({ top, runCommand: compiled, begin: quiet });
});

afterEach(() => rmSync(top, { recursive: true }));

test("what was just built is ready", () => {
  expect(buildIsReady(top)).toBe(true);
});

test.each(["src/model/a.ts", "tsconfig.json"])("a change of %s makes the build stale", (file) => {
  writeFileSync(join(top, file), "{ }");
  expect(buildIsReady(top)).toBe(false);
});

test("files that are not compiled do not matter", () => {
  writeFileSync(join(top, "infra", "tool.mjs"), "");
  expect(buildIsReady(top)).toBe(true);
});

test("the output of a source that is gone goes too", async () => {
  writeFileSync(join(top, "dist", "b.js"), "");
  rmSync(join(top, "src", "b.ts"));
  expect(buildIsReady(top)).toBe(false);
  await build({ top, runCommand: compiled, begin: quiet });
  expect(existsSync(join(top, "dist", "b.js"))).toBe(false);
});

test("a failed build stays stale and shows what the compiler said", async () => {
  writeFileSync(join(top, "src", "b.ts"), "{ }");
  const { run } = fakeRun({ node: { ok: false, output: "src/b.ts(1,1): error", reason: "error" } });
  await expect(build({ top, runCommand: run, begin: quiet })).rejects.toThrow("src/b.ts(1,1): error");
  expect(buildIsReady(top)).toBe(false);
});
