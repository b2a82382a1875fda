import fc from "fast-check";
import { expect, test } from "vitest";
import { type AccessIndex, indexAccess } from "../../../src/analysis/access/access-index.js";
import { decide, type Question } from "../../../src/analysis/access/effective-permissions.js";
import { remediedIndex } from "../../../src/analysis/remedies/apply-remedies.js";
import { endAccess } from "../../../src/analysis/remedies/end-access.js";
import { grantAccess } from "../../../src/analysis/remedies/grant-access.js";
import { plantSite } from "../../../src/emulator/seed/plant-site.js";
import { parseSeed, type Seed } from "../../../src/emulator/seed/seed.js";
import type { Remedy } from "../../../src/model/remedy.js";
import { siteAccessOf } from "../site-access-of.js";
import { granted, worlds } from "./random-world.js";

const numRuns = Number(process.env.PROPERTY_RUNS ?? 40);
const patienceMs = 10_000 + numRuns * 500;

/** Every question that can be asked about a world. */
function questionsOf(world: Seed): { readonly index: AccessIndex; readonly questions: readonly Question[] } {
  const site = siteAccessOf(plantSite(parseSeed(world)));
  const questions = [...site.accounts.keys()].flatMap((account) =>
    [...site.projects.keys()].flatMap((project) => granted.map((permission) => ({ account, project, permission }))),
  );
  return { index: indexAccess(site), questions };
}

function outcomeAfter(index: AccessIndex, question: Question, changes: readonly Remedy[]): string {
  return decide(remediedIndex(index, question.account, changes), question).outcome;
}

/** Each set without one of its changes. */
function parts(changes: readonly Remedy[]): readonly Remedy[][] {
  return changes.map((left) => changes.filter((change) => change !== left));
}

test(
  "what is said to end a permission ends it, and no part of that does",
  () => {
    const check = ({ index, questions }: ReturnType<typeof questionsOf>) => {
      for (const question of questions) {
        const { outcome } = decide(index, question);
        const sets = endAccess(index, question);
        expect(sets.length > 0).toBe(outcome === "allowed" || outcome === "conditional");
        for (const changes of sets) {
          expect(outcomeAfter(index, question, changes)).toBe("denied");
          for (const part of parts(changes)) expect(outcomeAfter(index, question, part)).not.toBe("denied");
        }
      }
    };
    fc.assert(fc.property(worlds.map(questionsOf), check), { numRuns, seed: 1 });
  },
  patienceMs,
);

test(
  "what is said to grant a permission grants it, and no part of that does",
  () => {
    const check = ({ index, questions }: ReturnType<typeof questionsOf>) => {
      for (const question of questions) {
        const { outcome } = decide(index, question);
        const sets = grantAccess(index, question);
        const isLicensable = index.site.products.some(({ groups }) => groups.length > 0);
        if (outcome === "allowed") expect(sets).toEqual([]);
        else if (isLicensable) expect(sets.length).toBeGreaterThan(0);
        for (const changes of sets) {
          expect(outcomeAfter(index, question, changes)).toBe("allowed");
          for (const part of parts(changes)) expect(outcomeAfter(index, question, part)).not.toBe("allowed");
        }
      }
    };
    fc.assert(fc.property(worlds.map(questionsOf), check), { numRuns, seed: 2 });
  },
  patienceMs,
);
