import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { writeSection } from "../../infra/documents/marked-section.js";
import { breaks, countStrikable } from "./breaks.js";
import { isWhole } from "./extent.js";
import { judge, liveThrough, type Outcome } from "./live-through.js";
import { lives } from "./lives.js";
import { formatMatrix } from "./matrix-table.js";

/** The tests take every so manieth request, a different one for each fault; `npm run faults` takes all. */
const stride = isWhole ? 1 : 8;
const patienceMs = isWhole ? 1_800_000 : 60_000;
const matrix: Record<string, Record<string, readonly Outcome[]>> = {};

beforeEach(() => {
  // A retry waits a random while, so none here.
  vi.spyOn(Math, "random").mockReturnValue(0);
  // A proof warns of what it finds by reads that are behind.
  vi.spyOn(console, "error").mockReturnValue();
});

describe.each(Object.entries(lives))("%s", (kind, life) => {
  test(
    "comes to what is declared, without loss or doubles, whichever request goes wrong",
    async () => {
      const untroubled = await liveThrough(life);
      const row: Record<string, Outcome[]> = {};
      for (const [number, fault] of breaks.entries()) {
        const outcomes: Outcome[] = [];
        for (let skip = number % stride; skip < countStrikable(fault, untroubled.requests); skip += stride) {
          const outcome = judge(await liveThrough(life, fault, skip), untroubled);
          expect(outcome, `${fault.name} after ${skip} requests`).toMatchObject({
            tooMuch: [],
            lost: [],
            leftToDo: [],
          });
          if (!fault.kills && !fault.reads) expect(outcome.stays, `${fault.name} after ${skip} requests`).toEqual([]);
          outcomes.push(outcome);
        }
        row[fault.name] = outcomes;
      }
      matrix[kind] = row;
    },
    patienceMs,
  );
});

afterAll(() => {
  const isComplete = Object.keys(lives).every((kind) => matrix[kind] !== undefined);
  if (isWhole && isComplete) writeSection("docs/reliability.md", "faults", formatMatrix(matrix));
});
