import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterEach, beforeEach, expect, test } from "vitest";
import { commandIsReady, linkCommand } from "../../../infra/engine/command.mjs";

let top: string;
let program: string;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "command-"));
  program = join(top, "dist/src/cli/main.js");
  mkdirSync(join(top, "dist/src/cli"), { recursive: true });
  writeFileSync(program, "#!/usr/bin/env node\nconsole.log('it runs');\n");
});

afterEach(() => rmSync(top, { recursive: true }));

test("the command stands beside those of the npm packages, and runs what was built", async () => {
  expect(commandIsReady(top)).toBe(false);
  linkCommand(top);
  expect(commandIsReady(top)).toBe(true);
  const { stdout } = await execa(join(top, "node_modules/.bin/jira-access"));
  expect(stdout).toBe("it runs");
});

test("a program that a build wrote anew is made executable again", () => {
  linkCommand(top);
  chmodSync(program, 0o644);
  expect(commandIsReady(top)).toBe(false);
  linkCommand(top);
  expect(commandIsReady(top)).toBe(true);
});

test("on Windows it is a command file", () => {
  expect(commandIsReady(top, "win32")).toBe(false);
  linkCommand(top, "win32");
  expect(commandIsReady(top, "win32")).toBe(true);
});
