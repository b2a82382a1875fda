import fc from "fast-check";
import { writeSection } from "../../infra/documents/marked-section.js";
import { isWhole } from "../faults/extent.js";
import { letTimePass } from "./virtual-clock.js";

const asked = process.env.PROPERTY_RUNS;
const roundSize = isWhole ? 100 : Number(asked ?? 100);
const rounds = isWhole ? 50 : 1;
/** The clock on the wall, whatever clock the worlds go by. */
const wall = performance;

/** How long the worlds of one property may take. */
export const patienceMs = 60_000 + rounds * roundSize * 3_000;

/** The same worlds in every run of the tests; new ones, whose seed a failure prints, where more are asked for. */
const usualSeed = isWhole || asked !== undefined ? Date.now() % 2 ** 31 : 20_261_122;
const firstSeed = Number(process.env.PROPERTY_SEED ?? usualSeed);

/**
 * Holds a property in 100 worlds on the virtual clock, or as many as are asked for, or in 5,000 for `npm run faults`, which keeps in the
 * document on reliability what was gone through, round by round.
 * @param section where it is kept.
 * @param counts what is counted in the worlds that were gone through.
 */
export async function holdInWorlds<Ts extends [unknown, ...unknown[]]>(
  property: fc.IAsyncPropertyWithHooks<Ts>,
  section: string,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  const startMs = wall.now();
  property.beforeEach(letTimePass);
  for (let round = 0; round < rounds; round++) {
    await fc.assert(property, {
      numRuns: roundSize,
      seed: firstSeed + round,
      // A failure is told with what was shrunk so far, before the test's own time is over.
      interruptAfterTimeLimit: startMs + patienceMs - 30_000 - wall.now(),
      markInterruptAsFailure: true,
    });
    const worlds = (round + 1) * roundSize;
    const seconds = Math.round((wall.now() - startMs) / 1000);
    const cells = { worlds, seeds: `${firstSeed} to ${firstSeed + round}`, ...counts, failures: 0, seconds };
    if (isWhole) writeSection("docs/reliability.md", section, formatRow(cells));
  }
}

/** A table in Markdown that has one row. */
export function formatRow(cells: Readonly<Record<string, unknown>>): string {
  const row = (list: readonly unknown[]) => `| ${list.join(" | ")} |`;
  return [row(Object.keys(cells)), row(Object.keys(cells).map(() => "---")), row(Object.values(cells))].join("\n");
}
