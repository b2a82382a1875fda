import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { TestContext } from "vitest";

const folder = join("node_modules", ".cache", "pulumi-jira-access", "linters", "bin");

/** What a linter says of a file; the test is skipped where the set-up could not install it. */
export function lint(context: TestContext, [linter = "", ...words]: readonly string[], file: string) {
  const program = join(folder, linter);
  if (!existsSync(program)) context.skip(`no ${linter}: it comes with python3, its venv and pip`);
  const { status, stdout, stderr } = spawnSync(program, [...words, file], { encoding: "utf8" });
  return { status, said: `${stdout}${stderr}` };
}
