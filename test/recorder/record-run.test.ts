import { afterEach, expect, test, vi } from "vitest";
import { recordRun } from "../../src/recorder/record-run.js";

afterEach(() => vi.unstubAllEnvs());

test("the command that is watched reaches the recorder directly, also where a proxy is named for everything else", async () => {
  vi.stubEnv("NO_PROXY", "corp.example");
  vi.stubEnv("no_proxy", undefined);
  const script = `process.exit(process.env.NO_PROXY === "corp.example,127.0.0.1" ? 7 : 1)`;
  const { exitCode } = await recordRun([process.execPath, "-e", script], "https://acme.example", false);
  expect(exitCode).toBe(7);
});
