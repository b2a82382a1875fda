import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { seeds, successiveWishes } from "./arbitraries.js";
import { begin } from "./scenario.js";
import { edit, strangersEdits } from "./strangers.js";
import { failures, troubles } from "./troubles.js";
import { declaredOnly, leftOver, undeclaredBy } from "./undeclared.js";

const asked = process.env.PROPERTY_RUNS;
const numRuns = Number(asked ?? 20);
const patienceMs = 5_000 + numRuns * 3_000;

/** The same worlds in every run of the tests; new ones, whose seed a failure prints, where a number of runs is asked for. */
const settings = {
  numRuns,
  ...(asked === undefined ? { seed: 20_261_122 } : {}),
  // A failure is told with what was shrunk so far, before the test's own time is over.
  interruptAfterTimeLimit: patienceMs - 3_000,
  markInterruptAsFailure: true,
};

// A retry waits a random while, so none here.
beforeEach(() => void vi.spyOn(Math, "random").mockReturnValue(0));

test(
  "a stack comes to the same whatever it was and whatever went wrong, and leaves the site as it was",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        seeds,
        successiveWishes,
        fc.tuple(failures, failures, troubles),
        async (seed, [first, second], troubles) => {
          const scenario = await begin(seed);
          const before = await scenario.described();
          await scenario.comeTo(first, troubles[0]);
          await scenario.comeTo(second, troubles[1]);
          const straight = await begin(seed);
          await straight.comeTo(second);
          expect(declaredOnly(await scenario.described(), second)).toEqual(
            declaredOnly(await straight.described(), second),
          );
          await scenario.destroy(troubles[2]);
          expect(await scenario.described()).toEqual(before);
        },
      ),
      settings,
    );
  },
  patienceMs,
);

test(
  "a stack comes about beside strangers and after kills, and touches nothing that it does not declare",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        seeds,
        successiveWishes,
        strangersEdits,
        fc.tuple(troubles, troubles, troubles),
        async (seed, wishes, edits, troubles) => {
          const scenario = await begin(seed);
          const before = await scenario.described();
          await scenario.comeTo(wishes[0], troubles[0]);
          expect(undeclaredBy(await scenario.described(), wishes)).toEqual(undeclaredBy(before, wishes));
          await edit(scenario.site, edits);
          const edited = await scenario.described();
          await scenario.comeTo(wishes[1], troubles[1]);
          expect(undeclaredBy(await scenario.described(), wishes)).toEqual(undeclaredBy(edited, wishes));
          await scenario.destroy(troubles[2]);
          expect(undeclaredBy(await scenario.described(), wishes)).toEqual(undeclaredBy(edited, wishes));
          expect(leftOver(await scenario.described())).toEqual([]);
        },
      ),
      settings,
    );
  },
  patienceMs,
);
