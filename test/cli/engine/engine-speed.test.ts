import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { quickStart } from "../../../src/cli/engine/engine-speed.js";

const preload = [new URL("../../../src/cli/engine/defer-modules.ts", import.meta.url).href];
const deferred = quickStart({}, preload);

it("has Pulumi's SDK load neither TypeScript nor npm's resolver before they are used", () => {
  const loaded = `require("@pulumi/pulumi"); ${tellLoaded}`;
  expect(runInNode(loaded, {})).toEqual({ typescript: true, arborist: true });
  expect(runInNode(loaded, deferred)).toEqual({ typescript: false, arborist: false });
});

it("changes nothing of how functions are written into the state", () => {
  const serialize = `const one = 1; const { runtime } = require("@pulumi/pulumi");
    runtime.serializeFunction(() => require("semver").major("1.2.3") + one).then(({ text }) => {
      runtime.computeCodePaths().then((paths) => console.log(JSON.stringify({ text, paths: [...paths.keys()].sort() })));
    });`;
  const plain = runInNode(serialize, {});
  expect(plain).toMatchObject({ text: expect.stringContaining("semver"), paths: expect.any(Array) });
  expect(runInNode(serialize, deferred)).toEqual(plain);
});

it("leaves to others what they load of the same name", () => {
  const loaded = `require("typescript"); ${tellLoaded}`;
  expect(runInNode(loaded, deferred)).toMatchObject({ typescript: true });
});

it("keeps what the user tells Node", () => {
  const settings = quickStart({ NODE_OPTIONS: "--max-old-space-size=512", NODE_COMPILE_CACHE: "/somewhere" }, preload);
  expect(settings.NODE_OPTIONS).toMatch(/^--max-old-space-size=512 --import=file:/);
  expect(settings.NODE_COMPILE_CACHE).toBe("/somewhere");
});

const tellLoaded = `const has = (part) => Object.keys(require.cache).some((file) => file.includes(part));
  console.log(JSON.stringify({ typescript: has("/typescript.js"), arborist: has("/arborist/") }));`;

function runInNode(code: string, settings: Readonly<Record<string, string>>): unknown {
  const cwd = fileURLToPath(new URL("../../..", import.meta.url));
  const env = { ...process.env, ...settings };
  return JSON.parse(execFileSync(process.execPath, ["--eval", code], { cwd, env, encoding: "utf8" }));
}
