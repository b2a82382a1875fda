import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { writeSection } from "../../infra/documents/marked-section.js";
import { isWhole } from "../faults/extent.js";
import { type LibraryProject, openLibraryProject } from "../helpers/library-project.js";
import { seeds, successiveWishes } from "../property/arbitraries.js";
import { connectInProcess } from "../property/in-process-site.js";
import { beginReal } from "../property/real-scenario.js";
import { begin } from "../property/scenario.js";
import { quickFailures, quickTroubles } from "../property/troubles.js";
import { leftOver, undeclaredBy } from "../property/undeclared.js";
import { formatRow } from "../property/worlds.js";

const asked = process.env.PROPERTY_RUNS;
const worldCount = Number(asked ?? (isWhole ? 100 : 2));
const firstSeed = isWhole || asked !== undefined ? Date.now() % 2 ** 31 : 20_261_127;
const laneCount = 2;
const worlds = fc.tuple(
  seeds,
  successiveWishes,
  fc.oneof(
    fc.tuple(quickFailures, quickFailures, quickTroubles),
    fc.tuple(quickTroubles, quickTroubles, quickTroubles),
  ),
);

const counts = { "faults ordered": 0, kills: 0 };

beforeAll(connectInProcess);

test(
  "random stacks come by the real engine to what they come to by its stand-in, whatever goes wrong",
  async () => {
    const startMs = performance.now();
    const failed: string[] = [];
    let [begun, done] = [0, 0];
    const runLane = async () => {
      let project = await openLibraryProject({ url: "" });
      while (begun < worldCount) {
        const seed = firstSeed + begun++;
        try {
          await live(project, seed);
        } catch (error) {
          failed.push(`seed ${seed}: ${error instanceof Error ? error.message : error}`);
          project.remove();
          project = await openLibraryProject({ url: "" });
        }
        done += 1;
        const seconds = Math.round((performance.now() - startMs) / 1000);
        const range = `${firstSeed} to ${firstSeed + done - 1}`;
        const cells = { worlds: done, seeds: range, ...counts, failures: failed.length, seconds };
        if (isWhole) writeSection("docs/reliability.md", "engine", formatRow(cells));
      }
      project.remove();
    };
    await Promise.all(Array.from({ length: laneCount }, runLane));
    expect(failed).toEqual([]);
  },
  60_000 + worldCount * 60_000,
);

/** One world: first one stack, then another, then none, on one site; the engine's stack is empty before and after. */
async function live(project: LibraryProject, seed: number): Promise<void> {
  const [[planted, wishes, troubles] = never()] = fc.sample(worlds, { seed, numRuns: 1 });
  const standIn = begin(planted);
  const real = await beginReal(project, planted);
  const undeclared = undeclaredBy(standIn.described(), wishes);
  const expectSame = async () => {
    const site = await real.described();
    expect(undeclaredBy(site, wishes)).toEqual(undeclared);
    // A kill may leave what no state knows of; see docs/reliability.md.
    if (real.kills() === 0) expect(site).toEqual(standIn.described());
  };
  for (const [part, wish] of wishes.entries()) {
    const trouble = troubles[part] ?? never();
    await standIn.comeTo(wish);
    await real.comeTo(wish, trouble);
    if (part > 0) await real.expectNothingToDo();
    await expectSame();
  }
  await standIn.destroy();
  await real.destroy(troubles[2]);
  await expectSame();
  expect(leftOver(await real.described())).toEqual([]);
  standIn.end();
  await real.end();
  counts["faults ordered"] += troubles.flatMap(({ faults }) => faults).length;
  counts.kills += real.kills();
}

function never(): never {
  throw new Error("fast-check makes what it was asked for");
}
