import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { seeds, successiveWishes } from "./arbitraries.js";
import { connectInProcess } from "./in-process-site.js";
import { begin } from "./scenario.js";
import { failures, troubles } from "./troubles.js";
import { declaredOnly } from "./undeclared.js";
import { startVirtualClock } from "./virtual-clock.js";
import { holdInWorlds, patienceMs } from "./worlds.js";

beforeAll(connectInProcess);
beforeAll(startVirtualClock);

test(
  "a stack comes to the same whatever it was and whatever went wrong, and leaves the site as it was",
  async () => {
    const counts = { "faults ordered": 0, kills: 0 };
    await holdInWorlds(
      fc.asyncProperty(
        seeds,
        successiveWishes,
        fc.tuple(failures, failures, troubles),
        async (seed, [first, second], troubles) => {
          const scenario = begin(seed);
          const before = scenario.described();
          await scenario.comeTo(first, troubles[0]);
          await scenario.comeTo(second, troubles[1]);
          const straight = begin(seed);
          await straight.comeTo(second);
          expect(declaredOnly(scenario.described(), second)).toEqual(declaredOnly(straight.described(), second));
          await scenario.destroy(troubles[2]);
          expect(scenario.described()).toEqual(before);
          scenario.end();
          straight.end();
          counts["faults ordered"] += troubles.flatMap(({ faults }) => faults).length;
          counts.kills += troubles.filter(({ killedAfter }) => killedAfter !== undefined).length;
        },
      ),
      "convergence",
      counts,
    );
  },
  patienceMs,
);
