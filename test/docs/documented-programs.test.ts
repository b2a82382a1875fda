import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { blocks } from "./documents.js";

/** What stands around a block that is no whole program. */
const frames: Readonly<Record<string, string>> = {
  "docs/emulator.md": 'import { startEmulator } from "emulator";\n',
};

const options = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: "es2023",
  module: "nodenext",
  types: ["node"],
  paths: {
    "pulumi-jira-access": [resolve("src/index.ts")],
    emulator: [resolve("src/emulator/start-emulator.ts")],
  },
};

test("every TypeScript block of the documents compiles against the package's own types", () => {
  const folder = mkdtempSync(join(tmpdir(), "documented-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["*.ts"] }));
  const programs = blocks.filter(({ language }) => language === "ts");
  for (const [index, { document, text }] of programs.entries()) {
    writeFileSync(join(folder, `${index}.ts`), `${frames[document] ?? ""}${text}\nexport {};\n`);
  }
  expect(programs.length).toBeGreaterThan(1);
  expect(() =>
    execFileSync("node_modules/.bin/tsc", ["-p", folder], { encoding: "utf8", stdio: "pipe" }),
  ).not.toThrow();
});
