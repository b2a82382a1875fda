import { describe, expect, test } from "vitest";
import {
  decideRetry,
  type FailedTry,
  readPause,
  readRemaining,
  readRetryAfter,
} from "../../../src/client/http/retry.js";

const failed: FailedTry = {
  status: 503,
  reached: true,
  repeatable: true,
  tries: 1,
  elapsedMs: 0,
  retryAfterMs: undefined,
};
const decide = (changes: Partial<FailedTry>, random = 0.5) => decideRetry({ ...failed, ...changes }, 120_000, random);

describe("decideRetry", () => {
  test.each([400, 401, 403, 404, 409])("takes %i as final", (status) => {
    expect(decide({ status })).toEqual({ retry: false, reason: "final" });
  });

  test.each([500, 502, 503, undefined])("sends a repeatable request again after %s", (status) => {
    expect(decide({ status })).toMatchObject({ retry: true });
  });

  test.each([500, undefined])("never sends a POST again after %s, for it may have had its effect", (status) => {
    expect(decide({ status, repeatable: false })).toEqual({ retry: false, reason: "may have had its effect" });
  });

  test("sends a POST again after 429, which had no effect", () => {
    expect(decide({ status: 429, repeatable: false })).toMatchObject({ retry: true });
  });

  test("waits at least as long as the site asks", () => {
    expect(decide({ status: 429, retryAfterMs: 3000 }, 0)).toEqual({ retry: true, delayMs: 3000 });
  });

  test("spreads delays over the whole of a growing span", () => {
    expect(decide({ tries: 1 }, 0)).toEqual({ retry: true, delayMs: 0 });
    expect(decide({ tries: 1 }, 1)).toEqual({ retry: true, delayMs: 500 });
    expect(decide({ tries: 4 }, 1)).toEqual({ retry: true, delayMs: 4000 });
    expect(decide({ tries: 30 }, 1)).toEqual({ retry: true, delayMs: 20_000 });
  });

  test("gives up when the budget does not hold the delay", () => {
    expect(decide({ status: 429, retryAfterMs: 120_000 }, 0)).toEqual({ retry: true, delayMs: 120_000 });
    expect(decide({ elapsedMs: 119_999 })).toEqual({ retry: false, reason: "time is up" });
    expect(decide({ status: 429, retryAfterMs: 120_001 })).toEqual({ retry: false, reason: "time is up" });
  });

  test("tries three times to reach a site, a POST too", () => {
    const unreachable = { status: undefined, reached: false, repeatable: false };
    expect(decide({ ...unreachable, tries: 2 })).toMatchObject({ retry: true });
    expect(decide({ ...unreachable, tries: 3 })).toEqual({ retry: false, reason: "unreachable" });
  });
});

describe("readRetryAfter", () => {
  test.each([
    ["5", 5000],
    ["0", 0],
    ["Thu, 01 Jan 1970 00:00:12 GMT", 2000],
    ["Thu, 01 Jan 1970 00:00:01 GMT", 0],
    ["soon", undefined],
    ["", undefined],
    [" ", undefined],
    ["-5", 0],
    ["Infinity", undefined],
    [undefined, undefined],
  ])("reads %s as %s", (header, delayMs) => {
    expect(readRetryAfter(header, 10_000)).toBe(delayMs);
  });
});

describe("readPause", () => {
  const resetAt = new Date(14_000).toISOString();
  test.each([
    [{}, undefined],
    [{ "retry-after": "2", "x-ratelimit-remaining": "0", "x-ratelimit-reset": resetAt }, 2000],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": resetAt }, 4000],
    [{ "x-ratelimit-remaining": "7", "x-ratelimit-reset": resetAt }, undefined],
    [{ "x-ratelimit-remaining": "3", "x-ratelimit-nearlimit": "true" }, 100],
    [{ "x-ratelimit-nearlimit": "false" }, undefined],
  ])("reads %j as %s", (headers, pauseMs) => {
    expect(readPause(headers, 10_000)).toBe(pauseMs);
  });
});

describe("readRemaining", () => {
  test.each([
    [{ "x-ratelimit-remaining": "0" }, 0],
    [{ "x-ratelimit-remaining": "17" }, 17],
    [{ "x-ratelimit-remaining": "-1" }, undefined],
    [{ "x-ratelimit-remaining": "1.5" }, undefined],
    [{ "x-ratelimit-remaining": "many" }, undefined],
    [{}, undefined],
  ])("reads %j as %s", (headers, remaining) => {
    expect(readRemaining(headers)).toBe(remaining);
  });
});
