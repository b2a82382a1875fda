import { afterEach, expect, it, vi } from "vitest";
import { withProgress } from "../../../src/cli/terminal/progress.js";

const usual = Object.getOwnPropertyDescriptor(process.stderr, "isTTY");

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  Object.defineProperty(process.stderr, "isTTY", usual ?? { value: undefined, configurable: true });
});

/** What a piece of work writes to stderr on the way. */
async function writtenDuring(isTerminal: boolean): Promise<string> {
  vi.stubEnv("TERM", "dumb");
  Object.defineProperty(process.stderr, "isTTY", { value: isTerminal, configurable: true });
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  expect(await withProgress("asking the site", async () => 42)).toBe(42);
  return write.mock.calls.map(([chunk]) => String(chunk)).join("");
}

it("says what is going on at a terminal", async () => {
  expect(await writtenDuring(true)).toContain("asking the site");
});

it("says nothing where stderr is no terminal", async () => {
  expect(await writtenDuring(false)).toBe("");
});
