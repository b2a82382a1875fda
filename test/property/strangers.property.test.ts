import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { DescribedSite } from "../helpers/describe-state.js";
import { seeds, successiveWishes } from "./arbitraries.js";
import { connectInProcess } from "./in-process-site.js";
import { begin } from "./scenario.js";
import { intrusions, strangersEdits } from "./strangers.js";
import { troubles } from "./troubles.js";
import { leftOver, undeclaredBy } from "./undeclared.js";
import { startVirtualClock } from "./virtual-clock.js";
import { holdInWorlds, patienceMs } from "./worlds.js";

beforeAll(connectInProcess);
beforeAll(startVirtualClock);

test(
  "a stack comes about beside people who change the site, after kills too, and touches nothing that it does not declare",
  async () => {
    const counts = { "edits between runs": 0, "edits during runs": 0, "faults ordered": 0, kills: 0 };
    await holdInWorlds(
      fc.asyncProperty(
        seeds,
        successiveWishes,
        strangersEdits,
        fc.tuple(intrusions, intrusions),
        fc.tuple(troubles, troubles, troubles),
        async (seed, wishes, edits, during, troubles) => {
          const undeclared = (site: DescribedSite) => undeclaredBy(site, wishes);
          let theirs: object;
          const scenario = begin(seed, (before, after) => {
            expect(undeclared(before)).toEqual(theirs);
            theirs = undeclared(after);
            counts["edits during runs"] += 1;
          });
          const expectUntouched = () => expect(undeclared(scenario.described())).toEqual(theirs);
          theirs = undeclared(scenario.described());
          await scenario.comeTo(wishes[0], troubles[0], during[0]);
          expectUntouched();
          await scenario.edit(edits);
          theirs = undeclared(scenario.described());
          await scenario.comeTo(wishes[1], troubles[1], during[1]);
          expectUntouched();
          await scenario.destroy(troubles[2]);
          expectUntouched();
          // A new object that no state knows yet, and that a person renames before it was seen, is nobody's.
          const wentWrong = troubles.some(({ faults, killedAfter }) => faults.length > 0 || killedAfter !== undefined);
          const mayBeLost = wentWrong && during.flat().length > 0;
          const isLost = (name: string) => mayBeLost && /^((group|role) of a stranger|a stranger's) /.test(name);
          expect(leftOver(scenario.described()).filter((name) => !isLost(name))).toEqual([]);
          scenario.end();
          counts["edits between runs"] += edits.length;
          counts["faults ordered"] += troubles.flatMap(({ faults }) => faults).length;
          counts.kills += troubles.filter(({ killedAfter }) => killedAfter !== undefined).length;
        },
      ),
      "strangers",
      counts,
    );
  },
  patienceMs,
);
