import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { stackFileOf, stackFiles } from "../../src/stack/stack-files.js";

const folder = mkdtempSync(join(tmpdir(), "stacks-"));
afterAll(() => rmSync(folder, { recursive: true }));
for (const name of ["demo.yaml", "acme.yaml", "Pulumi.demo.yaml", "notes.md"]) writeFileSync(join(folder, name), "");

it("lists stack files without Pulumi's settings", () => {
  expect(stackFiles(folder)).toEqual([join(folder, "acme.yaml"), join(folder, "demo.yaml")]);
});

it("lists nothing where there is no folder", () => {
  expect(stackFiles(join(folder, "none"))).toEqual([]);
});

it("finds a stack by its name and by its file's path", () => {
  const file = join(folder, "demo.yaml");
  expect([stackFileOf("demo", folder), stackFileOf(file, folder)]).toEqual([file, file]);
});

it.each([
  ["demmo", join(folder, "demmo.yaml"), "; did you mean demo?; stacks here: acme, demo"],
  ["production", join(folder, "production.yaml"), "; stacks here: acme, demo"],
  [join(folder, "acne.yaml"), join(folder, "acne.yaml"), "; did you mean acme?; stacks here: acme, demo"],
])("names the stacks that there are instead of %s", (stack, file, hint) => {
  expect(() => stackFileOf(stack, folder)).toThrow(`${file}:1:1: no such file${hint}`);
});

it("says when there are none", () => {
  const none = join(folder, "none");
  expect(() => stackFileOf("demo", none)).toThrow(`no such file; there are no stack files in ${none}`);
});
