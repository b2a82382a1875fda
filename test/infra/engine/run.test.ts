import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startProgress } from "../../../infra/engine/progress.mjs";
import { run } from "../../../infra/engine/run.mjs";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "Date"] });
});

afterEach(() => {
  vi.useRealTimers();
});

test("hears lines and tells success", async () => {
  const lines: string[] = [];
  const options = { onLine: (line: string) => lines.push(line) };
  const result = await run(process.execPath, ["-e", "console.log('a\\nb')"], options);
  expect(result).toEqual({ ok: true, output: "a\nb\n", reason: "" });
  expect(lines).toEqual(["a", "b"]);
});

test("gives a failed command's last words, else its exit code", async () => {
  const spoken = await run(process.execPath, ["-e", "console.error('bad'); process.exit(1)"]);
  const silent = await run(process.execPath, ["-e", "process.exit(3)"]);
  expect(spoken).toMatchObject({ ok: false, reason: "bad" });
  expect(silent).toMatchObject({ ok: false, reason: "it ended with 3" });
});

test("says that a command does not exist", async () => {
  expect(await run("no-such-command", [])).toMatchObject({ ok: false, reason: "no-such-command is not on PATH" });
});

test("ends a command that takes too long", async () => {
  const result = await run(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { limitMs: 200 });
  expect(result).toMatchObject({ ok: false, reason: "it took longer than 0 s" });
});

test("progress is a line now and then where there is no terminal", () => {
  const shown: string[] = [];
  const progress = startProgress("Building", { sink: { write: (text) => shown.push(text) } });
  progress.note("3 of 4");
  vi.advanceTimersByTime(31_000);
  progress.stop();
  expect(shown).toEqual([
    "Building\n",
    "Building: 15 s, 3 of 4\n",
    "Building: 30 s, 3 of 4\n",
    "Building: 31 s, 3 of 4\n",
  ]);
});

test("progress is one updating line at a terminal", () => {
  const shown: string[] = [];
  const progress = startProgress("Building", { sink: { isTTY: true, write: (text) => shown.push(text) } });
  vi.advanceTimersByTime(1000);
  progress.stop();
  expect(shown.at(-1)).toBe("\n");
  expect(shown.slice(0, -1).some((text) => text.includes("\n"))).toBe(false);
});
