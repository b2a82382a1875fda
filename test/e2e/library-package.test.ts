import { execFile } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageFolder } from "../../infra/package-folder.js";
import { pack } from "../helpers/npm.js";

const mostBytes = 400_000;
/** Node loads an ES module where CommonJS asks for it, since 22.12, which `engines` asks for. */
const loadedByNode = "CJSResolvesToESM";

let folder: string;
let tarball: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "package-"));
  tarball = (await pack(packageFolder, folder)).tarball;
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the package holds all that runs, the public types and three documents, nothing else, and is small", async () => {
  const { stdout } = await promisify(execFile)("tar", ["-tzf", tarball]);
  const files = stdout
    .trim()
    .split("\n")
    .map((file) => file.replace(/^package\//, ""));
  const isType = (file: string) => file.endsWith(".d.ts");
  const runs = (file: string) => !/\.(d\.ts|map)$/.test(file);
  const compiled = globSync("dist/src/**/*.*", { cwd: packageFolder }).filter(runs);
  const documents = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"];
  expect(files.filter((file) => !isType(file)).sort()).toEqual([...documents, ...compiled].sort());
  expect(files.filter((file) => isType(file) && file.includes("/cli/"))).toEqual([]);
  expect(statSync(tarball).size).toBeLessThan(mostBytes);
});

test("publint has nothing to say", async () => {
  const { buffer, byteOffset, length } = readFileSync(tarball);
  const { messages } = await publint({
    pack: { tarball: buffer.slice(byteOffset, byteOffset + length) },
    strict: true,
  });
  expect(messages).toEqual([]);
});

test("types are found however a program resolves modules; only states use the entry point of the providers", async () => {
  const data = createPackageFromTarballData(readFileSync(tarball));
  const result = await checkPackage(data, { excludeEntrypoints: ["./provider"] });
  if (result.types === false) throw new Error("the package has no types");
  expect(result.problems.filter(({ kind }) => kind !== loadedByNode)).toEqual([]);
  expect(Object.keys(result.entrypoints)).toEqual(["."]);
});
