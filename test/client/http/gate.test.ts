import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type OperationId, operations } from "../../../src/catalogue/called-operations.js";
import { burstPerSecond, createGate, type Gate, type GatedOperation, gateOf } from "../../../src/client/http/gate.js";
import type { Advice } from "../../../src/client/http/lane.js";
import { readPause, readRemaining } from "../../../src/client/http/retry.js";
import { Limits } from "../../../src/emulator/limits.js";
import { Refusal } from "../../../src/emulator/refusal.js";

const aMinute = 60_000;
const nothingToSay = { pauseMs: undefined, remaining: undefined };
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const named = (id: OperationId): GatedOperation => ({ id, ...operations[id] });

/** Asks so often at the same time, and gives when each was let through. */
async function startsOf(gate: Gate, times: number, operation: OperationId, answerMs = 10): Promise<readonly number[]> {
  const startMs = Date.now();
  const starts: number[] = [];
  const ask = () =>
    gate.pass(named(operation), aMinute, () => {
      starts.push(Date.now() - startMs);
      return wait(answerMs);
    });
  const all = Promise.all(Array.from({ length: times }, ask));
  await vi.runAllTimersAsync();
  await all;
  return starts;
}

describe("a gate", () => {
  test.each([
    ["getCurrentUser", burstPerSecond.GET],
    ["createPermissionScheme", burstPerSecond.POST],
    ["updatePermissionScheme", burstPerSecond.PUT],
    ["deletePermissionScheme", burstPerSecond.DELETE],
  ] as const)(
    "lets %s through %i times in the first second, and as often in each one after",
    async (operation, most) => {
      const starts = await startsOf(createGate(), 3 * most, operation);
      const inSecond = (second: number) => starts.filter((ms) => Math.floor(ms / 1000) === second).length;
      expect([inSecond(0), inSecond(1), inSecond(2), starts.length]).toEqual([most, most, most, 3 * most]);
    },
  );

  test("has at most 16 requests of an operation on the way", async () => {
    const starts = await startsOf(createGate(), 40, "getCurrentUser", 500);
    expect(starts).toEqual([...Array(16).fill(0), ...Array(16).fill(500), ...Array(8).fill(1000)]);
  });

  test("lets every operation through for itself", async () => {
    const gate = createGate();
    const [first, second] = [startsOf(gate, 100, "getCurrentUser", 1), startsOf(gate, 100, "getAllProjectRoles", 1)];
    expect(Math.max(...(await first), ...(await second))).toBeLessThan(100);
  });

  test("goes on after a task that failed", async () => {
    const gate = createGate();
    const failed = Array.from({ length: 20 }, () =>
      gate.pass(named("getCurrentUser"), aMinute, () => Promise.reject(new Error("broken"))).catch(String),
    );
    expect(new Set(await Promise.all(failed))).toEqual(new Set(["Error: broken"]));
    expect(await startsOf(gate, 1, "getCurrentUser")).toHaveLength(1);
  });

  test("holds an operation as long as the site asks, however often it asks, and no other", async () => {
    const gate = createGate();
    for (const pauseMs of [200, 3000, 100, undefined]) gate.heed(named("getCurrentUser"), { ...nothingToSay, pauseMs });
    expect(await startsOf(gate, 2, "getAllProjectRoles")).toEqual([0, 0]);
    vi.setSystemTime(1_000_000);
    expect(await startsOf(gate, 2, "getCurrentUser")).toEqual([2990, 2990]);
  });

  test("refuses at once what the site holds for longer than can be waited, also what waits already", async () => {
    const gate = createGate();
    let runs = 0;
    const ask = (patienceMs: number) =>
      gate.pass(named("getCurrentUser"), patienceMs, async () => `answered ${++runs}`).catch(String);
    await vi.advanceTimersByTimeAsync(5000);
    gate.heed(named("getCurrentUser"), { ...nothingToSay, pauseMs: 1000 });
    const [hasty, patient] = [ask(5000), ask(10_000_000)];
    gate.heed(named("getCurrentUser"), { ...nothingToSay, pauseMs: 3_600_000 });
    const refused = "JiraError: GET /rest/api/3/myself: the site takes none for another 3600 s; try again then";
    expect(await Promise.all([hasty, ask(aMinute)])).toEqual([refused, refused]);
    const justPatientEnough = ask(3_600_000);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(await Promise.all([patient, justPatientEnough])).toEqual(["answered 1", "answered 2"]);
    expect(runs).toBe(2);
  });

  test("goes on as soon as one of several reasons to wait is over", async () => {
    const gate = createGate();
    gate.heed(named("getCurrentUser"), { pauseMs: 200, remaining: 5 });
    expect(await startsOf(gate, 1, "getCurrentUser")).toEqual([200]);
  });

  test("is not held by an answer that says nothing, and goes on at once where one says that more remain", async () => {
    const gate = createGate();
    gate.heed(named("getCurrentUser"), nothingToSay);
    expect(await startsOf(gate, 1, "getCurrentUser")).toEqual([0]);
    gate.heed(named("getCurrentUser"), { ...nothingToSay, remaining: 0 });
    let isThrough = false;
    void gate.pass(named("getCurrentUser"), aMinute, async () => {
      isThrough = true;
    });
    expect(isThrough).toBe(false);
    gate.heed(named("getCurrentUser"), { ...nothingToSay, remaining: 5 });
    expect(isThrough).toBe(true);
  });

  test("holds an operation for longer than a timer can count", async () => {
    const gate = createGate();
    gate.heed(named("getCurrentUser"), { ...nothingToSay, pauseMs: 2 ** 31 + 5000 });
    const asked = gate.pass(named("getCurrentUser"), Number.POSITIVE_INFINITY, async () => Date.now());
    await vi.runAllTimersAsync();
    expect(await asked).toBe(1_000_000 + 2 ** 31 + 5000);
  });

  test("has no more on the way than the site would take, for a second after it said so", async () => {
    const gate = createGate();
    gate.heed(named("getCurrentUser"), { ...nothingToSay, remaining: 2 });
    expect((await startsOf(gate, 5, "getCurrentUser", 300)).filter((ms) => ms < 900)).toEqual([0, 0, 300, 300, 600]);
    gate.heed(named("getCurrentUser"), { ...nothingToSay, remaining: 0 });
    expect(await startsOf(gate, 1, "getCurrentUser")).toEqual([1020]);
  });

  test("keeps no timer when nothing waits", async () => {
    const gate = createGate();
    gate.heed(named("getCurrentUser"), { pauseMs: 5000, remaining: 0 });
    expect(vi.getTimerCount()).toBe(0);
  });

  test("keeps no timer where only an answer can end the wait", () => {
    const gate = createGate();
    for (let asked = 0; asked < 17; asked++)
      void gate.pass(named("getCurrentUser"), aMinute, () => new Promise(() => {}));
    expect(vi.getTimerCount()).toBe(0);
  });

  test("is one for each site", () => {
    expect(gateOf("https://one.example")).toBe(gateOf("https://one.example"));
    expect(gateOf("https://one.example")).not.toBe(gateOf("https://two.example"));
  });
});

describe("alone on a site", () => {
  const travel = fc.record({ there: fc.integer({ min: 0, max: 900 }), back: fc.integer({ min: 0, max: 900 }) });
  const size = fc.integer({ min: 1, max: 1200 });
  const request = fc.constantFrom(
    { operation: "getCurrentUser", method: "GET" } as const,
    { operation: "createPermissionScheme", method: "POST" } as const,
    { operation: "updatePermissionScheme", method: "PUT" } as const,
  );

  test("provokes no refusal, however many the requests and however long they travel", async () => {
    await fc.assert(
      fc.asyncProperty(
        request,
        size,
        fc.array(travel, { minLength: 1, maxLength: 50 }),
        async (one, times, travels) => {
          const [gate, limits] = [createGate(), new Limits()];
          let asked = 0;
          const ask = () =>
            gate.pass(named(one.operation), Number.POSITIVE_INFINITY, async () => {
              const { there = 0, back = 0 } = travels[asked++ % travels.length] ?? {};
              await wait(there);
              limits.count(one);
              await wait(back);
            });
          const all = Promise.allSettled(Array.from({ length: times }, ask));
          await vi.runAllTimersAsync();
          const refused = (await all).filter(({ status }) => status === "rejected");
          expect(refused).toEqual([]);
          expect(asked).toBe(times);
        },
      ),
      { numRuns: 10 },
    );
  }, 60_000);
});

describe("beside a client that takes half of what a site permits", () => {
  const request = { operation: "getCurrentUser", method: "GET" } as const;
  const everyMs = 1000 / (burstPerSecond.GET / 2);

  test("both make progress, and the site refuses few of either", async () => {
    const [gate, limits] = [createGate(), new Limits()];
    const [ours, theirs] = [countAnswers(limits, request), countAnswers(limits, request)];
    const ask = async (): Promise<void> => {
      const { remaining } = await gate.pass(named(request.operation), aMinute, async () => {
        await wait(40);
        const answer = ours.ask();
        gate.heed(named(request.operation), answer);
        return answer;
      });
      if (remaining === undefined) await ask();
    };
    const stranger = setInterval(() => theirs.ask(), everyMs);
    const startMs = Date.now();
    const all = Promise.all(Array.from({ length: 1000 }, ask)).then(() => clearInterval(stranger));
    await vi.runAllTimersAsync();
    await all;
    expect(ours.served).toBe(1000);
    expect(Date.now() - startMs).toBeLessThan(25_000);
    expect(theirs.served).toBeGreaterThan(0.8 * ((Date.now() - startMs) / everyMs));
    expect(ours.refused).toBeLessThan(50);
  });
});

/** Asks a site and counts what it answers. */
function countAnswers(limits: Limits, request: Parameters<Limits["count"]>[0]) {
  return {
    served: 0,
    refused: 0,
    ask(): Advice {
      try {
        const headers = limits.count(request);
        this.served += 1;
        return { pauseMs: undefined, remaining: readRemaining(headers) };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.refused += 1;
        return { pauseMs: readPause(error.headers, Date.now()), remaining: undefined };
      }
    },
  };
}
