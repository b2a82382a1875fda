import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { applyStack } from "../../src/analysis/applied/apply-stack.js";
import { mentionsIn } from "../../src/analysis/worlds/mentions.js";
import { stackWorlds } from "../../src/analysis/worlds/stack-worlds.js";
import { indexWorlds, type Worlds } from "../../src/analysis/worlds/worlds.js";
import type { SiteAccess } from "../../src/model/site-access.js";
import { desiredOf } from "../analysis/applied/desired-of.js";
import { siteAccessOf } from "../analysis/site-access-of.js";
import { namesOnSite, seeds, successiveWishes } from "./arbitraries.js";
import { connectInProcess } from "./in-process-site.js";
import { begin, type Scenario } from "./scenario.js";
import { declare } from "./wish.js";
import { noEntries } from "./wished-entries.js";

beforeAll(connectInProcess);

/** Stack files declare no single entries. */
const wishes = successiveWishes.map(([wish]) => ({ ...wish, entries: noEntries }));

const asked = process.env.PROPERTY_RUNS;
const numRuns = Number(asked ?? 20);
const patienceMs = 5_000 + numRuns * 2_000;
const settings = { numRuns, ...(asked === undefined ? { seed: 20_261_127 } : {}) };

test(
  "what a stack would leave on a site is what applying it leaves there, account by account",
  async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(seeds, wishes, async (seed, wish) => {
        const scenario = begin(seed);
        const before = readAccess(scenario);
        const expected = outcomes(applyStack(before, desiredOf(declare(wish, namesOnSite))));
        await scenario.comeTo(wish);
        const found = outcomes(readAccess(scenario));
        const known = [...expected].filter(([, outcome]) => outcome !== "unknown");
        expect(Object.fromEntries(known.map(([key]) => [key, found.get(key)]))).toEqual(Object.fromEntries(known));
        for (const [key] of [...expected].filter(([, outcome]) => outcome === "unknown")) {
          const project = key.split(" ")[1] ?? "";
          expect(wish.schemes[wish.associations[project] ?? ""]).toMatchObject({ grants: undefined });
        }
        told += known.length;
      }),
      settings,
    );
    expect(told).toBeGreaterThan(numRuns * 10);
  },
  patienceMs,
);

test(
  "what a stack file alone decides is so on the site, whatever the site was",
  async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(seeds, wishes, async (seed, wish) => {
        const desired = desiredOf(declare(wish, namesOnSite));
        const worlds = stackWorlds(desired, mentionsIn([desired]));
        const scenario = begin(seed);
        await scenario.comeTo(wish);
        const found = outcomes(readAccess(scenario));
        const decided = [...outcomes(...worlds)].filter(([key, outcome]) => found.has(key) && outcome !== "unknown");
        expect(decided.map(([key]) => [key, found.get(key)])).toEqual(decided);
        told += decided.length;
      }),
      settings,
    );
    expect(told).toBeGreaterThan(numRuns);
  },
  patienceMs,
);

function readAccess({ site }: Scenario): SiteAccess {
  return siteAccessOf(site.now);
}

/** The outcome for each account, project and permission, by names. */
function outcomes(...worlds: Worlds): ReadonlyMap<string, string> {
  const { decide } = indexWorlds(worlds);
  const permissions = ["ADMINISTER_PROJECTS", "BROWSE_PROJECTS", "EDIT_ISSUES"];
  return new Map(
    [...worlds[0].accounts.values()].flatMap((account) =>
      [...worlds[0].projects.values()].flatMap((project) =>
        permissions.map((permission) => {
          const verdict = decide({ account: account.id, project: project.id, permission });
          return [`${account.email} ${project.key} ${permission}`, verdict.outcome] as const;
        }),
      ),
    ),
  );
}
