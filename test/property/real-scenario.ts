import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { EngineFailure } from "../../infra/trial/engine.js";
import type { Seed } from "../../src/emulator/seed/seed.js";
import { startSite } from "../emulator/site.js";
import { type DescribedSite, describeState } from "../helpers/describe-state.js";
import { expectNoDoubles } from "../helpers/expect-no-doubles.js";
import { killAfterWrites } from "../helpers/kill-after-writes.js";
import type { LibraryProject } from "../helpers/library-project.js";
import { toProgram } from "../helpers/to-program.js";
import { type AdministratorWatch, watchAdministrators } from "./administrators.js";
import { namesOnSite } from "./arbitraries.js";
import { order, type Trouble } from "./troubles.js";
import { declare, type Wish } from "./wish.js";

const mostRuns = 3;

/** A site, and a stack on it that the real engine runs; all that comes before and after it is `Scenario`'s. */
export interface RealScenario {
  readonly described: () => Promise<DescribedSite>;
  /** Runs `up` until it goes through, at most three times. */
  readonly comeTo: (wish: Wish, trouble: Trouble) => Promise<void>;
  readonly expectNothingToDo: () => Promise<void>;
  readonly destroy: (trouble: Trouble) => Promise<void>;
  /** How often the engine was killed so far. */
  readonly kills: () => number;
  readonly end: () => Promise<void>;
}

/** A scenario that begins with no stack, in a project whose stack is empty. */
export async function beginReal(project: LibraryProject, seed: Seed): Promise<RealScenario> {
  let writes = 0;
  let kills = 0;
  let administrators: AdministratorWatch | undefined;
  let onWrite = () => {};
  const site = await startSite({
    seed,
    watch(now, { method }) {
      administrators?.look(now);
      if (method === "GET") return;
      writes += 1;
      onWrite();
    },
  });
  const engine = project.with({ JIRA_URL: site.url, NODE_COMPILE_CACHE: join(tmpdir(), "jira-access-compiled") });
  const stateNow = async () => (await site.control("GET /state")).body;

  const persist = async (words: readonly string[], trouble: Trouble): Promise<void> => {
    const isKilled = trouble.killedAfter !== undefined;
    administrators = watchAdministrators(await stateNow());
    if (!isKilled) await order(site, trouble);
    const command = [...words, "--yes", "--skip-preview", "--parallel", trouble.atOnce ? "16" : "1"];
    for (let runs = 1; ; runs++) {
      if (runs === mostRuns) await site.control("DELETE /faults");
      try {
        if (isKilled && runs === 1) {
          const killing = killAfterWrites(engine, command, trouble.killedAfter + 1);
          onWrite = killing.onWrite;
          const wasKilled = await killing.ended;
          onWrite = () => {};
          if (wasKilled) kills += 1;
        }
        await engine.pulumi(...command);
        break;
      } catch (error) {
        if (!(error instanceof EngineFailure) || runs === mostRuns) throw error;
      }
    }
    await site.control("DELETE /faults");
    const now = await stateNow();
    expect(administrators.gaps(now)).toEqual([]);
    expectNoDoubles(now);
  };

  return {
    described: () => describeState(site),
    async comeTo(wish, trouble) {
      project.declare(toProgram(declare(wish, namesOnSite)));
      await persist(["up"], trouble);
    },
    async expectNothingToDo() {
      const before = writes;
      await engine.pulumi("preview", "--expect-no-changes");
      expect(writes).toBe(before);
    },
    destroy: (trouble) => persist(["destroy"], trouble),
    kills: () => kills,
    end: site.close,
  };
}
