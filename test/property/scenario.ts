import { expect } from "vitest";
import type { Seed } from "../../src/emulator/seed.js";
import { startSite, type TestSite } from "../emulator/site.js";
import { type DescribedSite, describeState, takeWrites } from "../helpers/describe-state.js";
import { type StackEngine, startStack } from "../helpers/stack-engine.js";
import type { Declared } from "../helpers/stack-step.js";
import { namesOnSite } from "./arbitraries.js";
import { order, type Trouble } from "./troubles.js";
import { declare, type Wish } from "./wish.js";

const untroubled: Trouble = { faults: [], atOnce: false };
const mostRuns = 3;

/** A site and a stack on it, on the way through several runs. */
export interface Scenario {
  readonly site: TestSite;
  readonly described: () => Promise<DescribedSite>;
  /** Runs `up` until it goes through, then makes sure that nothing is left to do. */
  readonly comeTo: (wish: Wish, trouble?: Trouble) => Promise<void>;
  readonly destroy: (trouble?: Trouble) => Promise<void>;
}

/** A scenario that begins with no stack. */
export async function begin(seed: Seed): Promise<Scenario> {
  const site = await startSite({ seed });
  const stack = startStack(site);
  return {
    site,
    described: () => describeState(site),
    async comeTo(wish, trouble = untroubled) {
      const declared = declare(wish, namesOnSite);
      await persist(site, trouble, (options) => stack.up(declared, options));
      await expectNothingToDo(site, stack, declared);
    },
    async destroy(trouble = untroubled) {
      await persist(site, trouble, (options) => stack.destroy(options));
      expect(stack.kept()).toEqual([]);
    },
  };
}

type Options = Parameters<StackEngine["destroy"]>[0];

async function persist(site: TestSite, trouble: Trouble, run: (options: Options) => Promise<void>): Promise<void> {
  const { atOnce, killedAfter, faults } = trouble;
  const dies = killedAfter !== undefined;
  const isTroubled = dies || faults.length > 0;
  await order(site, trouble);
  for (let runs = isTroubled ? 1 : mostRuns; ; runs++) {
    if (runs === mostRuns) await site.control("DELETE /faults");
    try {
      await run({ atOnce, dies });
      break;
    } catch (error) {
      if (runs === mostRuns) throw error;
      if (dies) await site.control("DELETE /faults");
    }
  }
  await site.control("DELETE /faults");
}

async function expectNothingToDo(site: TestSite, stack: StackEngine, declared: readonly Declared[]): Promise<void> {
  await takeWrites(site);
  expect(await stack.preview(declared)).toEqual([]);
  await stack.up(declared);
  expect(await takeWrites(site)).toEqual([]);
}
