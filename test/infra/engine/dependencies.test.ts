import { describe, expect, test } from "vitest";
import { installDependencies, isInstalled } from "../../../infra/engine/dependencies.mjs";
import { fakeRun, quiet } from "./fakes.js";

const locked = { version: "1.0.0", integrity: "sha512-a" };

describe("node_modules is taken as it is", () => {
  test("when it holds what the lock file says", () => {
    expect(isInstalled({ packages: { "": {}, a: locked } }, { packages: { a: locked } })).toBe(true);
  });

  test("when only packages for other platforms are absent", () => {
    const wanted = { packages: { "": {}, a: locked, b: { ...locked, optional: true } } };
    expect(isInstalled(wanted, { packages: { a: locked } })).toBe(true);
  });
});

describe("node_modules is installed anew", () => {
  test.each([
    ["a package is absent", {}],
    ["a version differs", { a: { ...locked, version: "1.0.1" } }],
    ["the content differs", { a: { ...locked, integrity: "sha512-b" } }],
    ["a package is there that the lock file lacks", { a: locked, b: locked }],
  ])("when %s", (_, installed) => {
    expect(isInstalled({ packages: { "": {}, a: locked } }, { packages: installed })).toBe(false);
  });
});

test("an npm that cannot read the lock file is refused by version", async () => {
  const { run } = fakeRun({ npm: { ok: true, output: "6.14.18\n", reason: "" } });
  await expect(installDependencies({ runCommand: run, begin: quiet })).rejects.toThrow("npm 6.14.18 is too old");
});

test("npm's own words are passed on when it fails", async () => {
  const { run, calls } = fakeRun({
    "npm --version": { ok: true, output: "11.0.0\n", reason: "" },
    "npm ci": { ok: false, output: "npm error code E404\n", reason: "npm error code E404" },
  });
  await expect(installDependencies({ runCommand: run, begin: quiet })).rejects.toThrow("npm error code E404");
  expect(calls).toHaveLength(2);
});
