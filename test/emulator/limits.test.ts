import { afterEach, describe, expect, test, vi } from "vitest";
import { Limits } from "../../src/emulator/limits.js";
import { Refusal } from "../../src/emulator/refusal.js";
import { acme } from "../../src/emulator/seed/acme.js";
import { startSite } from "./site.js";

afterEach(() => {
  vi.useRealTimers();
});

/** How many of so many requests at one moment are let through. */
function countServed(limits: Limits, asked: number, ...request: Parameters<Limits["count"]>): number {
  let served = 0;
  for (let time = 0; time < asked; time += 1) {
    try {
      limits.count(...request);
      served += 1;
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
    }
  }
  return served;
}

describe("bursts", () => {
  test.each([
    ["getPermissionScheme", "GET", 100],
    ["getUser", "GET", 150],
    ["getIssue", "GET", 150],
    ["createPermissionGrant", "POST", 100],
    ["updatePermissionScheme", "PUT", 50],
    ["deletePermissionScheme", "DELETE", 50],
  ] as const)(
    "%s (%s) is served %i times a second, and every other operation for itself",
    (operation, method, most) => {
      vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
      const limits = new Limits();
      expect(countServed(limits, 200, { operation, method })).toBe(most);
      expect(countServed(limits, 1, { operation: "getServerInfo", method: "GET" })).toBe(1);
      vi.setSystemTime(1_000_999);
      expect(countServed(limits, 1, { operation, method })).toBe(0);
      vi.setSystemTime(1_001_000);
      expect(countServed(limits, 200, { operation, method })).toBe(most);
    },
  );

  test("are refused with what Jira says of them", async () => {
    const site = await startSite({ seed: { ...acme, limits: true } });
    vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
    const scheme = { name: "Default" };
    const served = await site.ask("admin", "PUT /permissionscheme/0", scheme);
    expect(Object.fromEntries(served.headers)).toMatchObject({
      "x-ratelimit-limit": "50",
      "x-ratelimit-remaining": "49",
      "x-ratelimit-nearlimit": "false",
    });
    for (let time = 1; time < 50; time += 1) await site.ask("admin", "PUT /permissionscheme/0", scheme);
    const refused = await site.ask("admin", "PUT /permissionscheme/0", { name: "Lost" });
    expect(refused.status).toBe(429);
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      "retry-after": "1",
      "x-ratelimit-limit": "50",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-nearlimit": "true",
      "x-ratelimit-reset": "1970-01-01T00:16:41.000Z",
      "ratelimit-reason": "jira-burst-based",
    });
    expect((await site.ask("admin", "GET /permissionscheme/0")).body.name).toBe("Default");
  });
});

test("an issue is changed 20 times in 2 seconds and 100 times in 30, by whatever operations", () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
  const limits = new Limits();
  const comment = { operation: "addComment", method: "POST" } as const;
  expect(countServed(limits, 15, comment, "10000")).toBe(15);
  expect(countServed(limits, 15, { operation: "editIssue", method: "PUT" }, "10000")).toBe(5);
  expect(countServed(limits, 30, comment, "10001")).toBe(20);
  const perRound = [1, 2, 3, 4, 5].map((round) => {
    vi.setSystemTime(1_000_000 + round * 2000);
    return countServed(limits, 30, comment, "10000");
  });
  expect(perRound).toEqual([20, 20, 20, 20, 0]);
  vi.setSystemTime(1_030_000);
  expect(countServed(limits, 30, comment, "10000")).toBe(20);
});

test("limits are off unless they are seeded or switched on", async () => {
  const site = await startSite();
  const change = async () => {
    const fields = { summary: "Again" };
    const statuses = await Promise.all(
      Array.from({ length: 21 }, () => site.ask("bob", "PUT /issue/PAY-1", { fields }).then(({ status }) => status)),
    );
    return statuses.filter((status) => status === 429).length;
  };
  expect(await change()).toBe(0);
  expect((await site.control("POST /limits", { enforced: true })).status).toBe(204);
  expect(await change()).toBe(1);
  expect((await site.control("POST /limits", { enforced: false })).status).toBe(204);
  expect(await change()).toBe(0);
  expect((await site.control("POST /limits", {})).status).toBe(400);
});
