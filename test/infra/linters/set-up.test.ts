import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

test("without Python the set-up of the linters says so and goes on", () => {
  const top = mkdtempSync(join(tmpdir(), "linters-"));
  onTestFinished(() => rmSync(top, { recursive: true }));
  for (const folder of ["engine", "linters"])
    cpSync(`infra/${folder}`, join(top, "infra", folder), { recursive: true });
  const script = join(top, "infra/linters/set-up.mjs");
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8", env: { PATH: top } });
  expect({ status, stderr }).toMatchObject({
    status: 0,
    stderr: expect.stringContaining("are not here, and not checked"),
  });
  expect(existsSync(join(top, "node_modules/.cache/pulumi-jira-access/linters"))).toBe(false);
});
