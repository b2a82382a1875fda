import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closingLine } from "./closing-line.js";

const vitest = join("node_modules", "vitest", "vitest.mjs");
const reporter = join(import.meta.dirname, "closing-line.ts");
let folder: string;

beforeEach(() => {
  mkdirSync("dist", { recursive: true });
  folder = mkdtempSync(join("dist", "closing-line-"));
  const config = `import { closingLineReporter } from ${JSON.stringify(reporter)};
export default { test: { reporters: ["default", closingLineReporter] } };`;
  writeFileSync(join(folder, "vitest.config.ts"), config);
});

afterEach(() => rmSync(folder, { recursive: true }));

test("leaves skipped tests out when there are none", () => {
  expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
});

test("counts tests, files that do not load and hooks that throw, and says why tests were skipped", () => {
  write(
    "cases",
    'test("a", () => {}); test("b", () => { throw new Error("b"); }); test("c", (t) => t.skip("no moon"));',
  );
  write("broken", 'import "./absent.js";');
  write("hook", 'describe("s", () => { beforeAll(() => { throw new Error("hook"); }); test("d", () => {}); });');
  const lines = runVitest();
  expect(lines.at(-1)).toBe("1 passed, 3 failed, 2 skipped");
  expect(lines.at(-2)).toBe("skipped: c: no moon");
});

function write(name: string, body: string): void {
  const head = 'import { beforeAll, describe, test } from "vitest";\n';
  writeFileSync(join(folder, `${name}.test.ts`), head + body);
}

function runVitest(): string[] {
  const { stdout } = spawnSync(process.execPath, [vitest, "run", "--root", folder], { encoding: "utf8" });
  return stdout.trimEnd().split("\n");
}
