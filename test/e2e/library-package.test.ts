import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packageFolder } from "../../infra/demo/package-folder.js";
import { pack } from "../helpers/npm.js";

const mostBytes = 400_000;
/** Node loads an ES module where CommonJS asks for it, since 22.12, which `engines` asks for. */
const loadedByNode = "CJSResolvesToESM";

let folder: string;
let tarball: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "package-"));
  tarball = await pack(packageFolder, folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the package holds the compiled sources, their public types and three documents, and is small", async () => {
  const { stdout } = await promisify(execFile)("tar", ["-tzf", tarball]);
  const files = stdout.trim().split("\n");
  const isCode = (file: string) => /^package\/dist\/src\/(.*\.js|.*\.d\.ts|catalogue\/\w+\.json)$/.test(file);
  const documents = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"].map((file) => `package/${file}`);
  expect(files.filter((file) => !isCode(file)).sort()).toEqual(documents);
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
