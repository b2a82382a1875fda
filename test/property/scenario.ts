import { expect } from "vitest";
import type { Seed } from "../../src/emulator/seed/seed.js";
import { type DescribedSite, describeSite } from "../helpers/describe-state.js";
import { type StackEngine, startStack } from "../helpers/stack-engine.js";
import { namesOnSite } from "./arbitraries.js";
import { type InProcessSite, plantInProcess } from "./in-process-site.js";
import { createOnlooker } from "./onlooker.js";
import { type Edit, type Intrusion, makeEdit } from "./strangers.js";
import { order, type Trouble } from "./troubles.js";
import { declare, type Wish } from "./wish.js";

const untroubled: Trouble = { faults: [], atOnce: false };
const mostRuns = 3;

/** A site and a stack on it, on the way through several runs. */
export interface Scenario {
  readonly site: InProcessSite;
  readonly described: () => DescribedSite;
  /** Runs `up` until it goes through and leaves nothing to do, at most three times, while people change the site. */
  readonly comeTo: (wish: Wish, trouble?: Trouble, intrusions?: readonly Intrusion[]) => Promise<void>;
  readonly destroy: (trouble?: Trouble) => Promise<void>;
  /** Has people make the edits that the site accepts. */
  readonly edit: (edits: readonly Edit[]) => Promise<void>;
  readonly end: () => void;
}

/**
 * A scenario that begins with no stack.
 * @param onEdit is told of the site before and after each edit of a person during a run.
 */
export function begin(seed: Seed, onEdit: (before: DescribedSite, after: DescribedSite) => void = () => {}): Scenario {
  const onlooker = createOnlooker(onEdit);
  let writes = 0;
  const site = plantInProcess(seed, async (current, request) => {
    if (request.method !== "GET") writes += 1;
    await onlooker.watch(current, request);
  });
  const { now, end } = site;
  const stack = startStack(site);
  return {
    site,
    described: () => describeSite(now),
    end,
    async edit(edits) {
      for (const one of edits) await makeEdit(site, now, one);
    },
    async comeTo(wish, trouble = untroubled, intrusions = []) {
      const declared = declare(wish, namesOnSite);
      const isDisturbed = intrusions.length > 0;
      const expectNothingToDo = async () => {
        const before = writes;
        expect(await stack.preview(declared)).toEqual([]);
        expect(writes).toBe(before);
      };
      onlooker.begin(site, now, intrusions);
      await persist(site, trouble, isDisturbed, async (options) => {
        // People change the site during the first run; one that has to be given again finds them gone.
        await stack.up(declared, options).finally(onlooker.hush);
        if (!isDisturbed) return;
        // What was changed after it was read shows in the preview, and the next run takes it back.
        await site.control("DELETE /faults");
        await expectNothingToDo();
      });
      if (!isDisturbed) await expectNothingToDo();
      expect(onlooker.end(now)).toEqual([]);
    },
    async destroy(trouble = untroubled) {
      await persist(site, trouble, false, (options) => stack.destroy(options));
      expect(stack.kept()).toEqual([]);
    },
  };
}

type Options = Parameters<StackEngine["destroy"]>[0];

/** Gives a command until it goes through; from the last time on nothing goes wrong any more. */
async function persist(
  site: InProcessSite,
  trouble: Trouble,
  isDisturbed: boolean,
  run: (options: Options) => Promise<void>,
): Promise<void> {
  const { atOnce, killedAfter, faults } = trouble;
  const dies = killedAfter !== undefined;
  const hasFaults = dies || faults.length > 0;
  const clear = async () => void (hasFaults && (await site.control("DELETE /faults")));
  if (hasFaults) await order(site, trouble);
  for (let runs = 1; ; runs++) {
    if (runs === mostRuns) await clear();
    try {
      await run({ atOnce, dies });
      break;
    } catch (error) {
      if (runs === mostRuns || !(hasFaults || isDisturbed)) throw error;
      if (dies) await clear();
    }
  }
  await clear();
}
