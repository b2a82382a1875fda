import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { withLock } from "../../../infra/engine/lock.mjs";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
  path = join(folder, "lock");
});

afterEach(() => rmSync(folder, { recursive: true }));

test("two who want the lock work one after the other", async () => {
  const events: string[] = [];
  const work = (name: string) => async () => {
    events.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    events.push(`${name} ends`);
  };
  const second = { pollMs: 5, onWait: () => events.push("b waits") };
  await Promise.all([withLock(path, work("a")), withLock(path, work("b"), second)]);
  expect(events).toEqual(["a begins", "b waits", "a ends", "b begins", "b ends"]);
});

test("the lock is given back when the work fails", async () => {
  await expect(withLock(path, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(existsSync(path)).toBe(false);
});

test("a lock whose owner is silent is taken over", async () => {
  writeFileSync(path, "1\n");
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(path, longAgo, longAgo);
  expect(await withLock(path, async () => "done", { pollMs: 5 })).toBe("done");
});
