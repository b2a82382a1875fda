import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { askPulumi, runPulumi } from "../../../src/cli/engine/run-pulumi.js";
import { EngineError } from "../../../src/errors.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "run-pulumi-"));
  vi.spyOn(process, "cwd").mockReturnValue(folder);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

it("gives what the Pulumi CLI prints, wherever the command is called", async () => {
  vi.stubEnv("PATH", "/usr/bin:/bin");
  expect(await askPulumi("version")).toMatch(/^v?3\.\d+\.\d+$/);
});

it("says what the CLI says when it fails, and gives its exit code to those who want it", async () => {
  expect(await runPulumi(["no-such-verb"])).toMatchObject({ exitCode: expect.any(Number), stdout: "" });
  await expect(askPulumi("no-such-verb")).rejects.toThrow(EngineError);
  await expect(askPulumi("no-such-verb")).rejects.toThrow(/no-such-verb/);
});
