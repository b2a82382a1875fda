import fc from "fast-check";
import { expect, test } from "vitest";
import { indexAccess } from "../../../src/analysis/access/access-index.js";
import { decide, decideGlobal } from "../../../src/analysis/access/effective-permissions.js";
import { decideLevels } from "../../../src/analysis/access/security-levels.js";
import { permissions } from "../../../src/catalogue/permissions.js";
import { describeSubject, hasGlobalPermission } from "../../../src/emulator/rules/callers/subject.js";
import { isAllowed } from "../../../src/emulator/rules/permissions/decide-permission.js";
import { plantSite } from "../../../src/emulator/seed/plant-site.js";
import { parseSeed, type Seed } from "../../../src/emulator/seed/seed.js";
import { siteAccessOf } from "../site-access-of.js";
import { hasGlobal, mayDo, mayUseJira } from "./naive-oracle.js";
import { allowsOn } from "./on-issue.js";
import { globals, granted, worlds } from "./random-world.js";

const asked = process.env.PROPERTY_RUNS;
const numRuns = Number(asked ?? 500);
const seed = asked === undefined ? 20_261_127 : Date.now() % 2 ** 31;

test(
  "the engine, a naive oracle and the emulator agree on every account, permission, project and issue",
  () => {
    console.info(`${numRuns} worlds from seed ${seed}`);
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(worlds, (world) => {
        for (const outcome of compare(world)) outcomes.add(outcome);
      }),
      { numRuns, seed },
    );
    expect([...outcomes].sort()).toEqual(["allowed", "conditional", "denied"]);
  },
  10_000 + numRuns * 100,
);

/** Asks all three everything about a world; the outcomes that came up. */
function compare(world: Seed): Set<string> {
  const site = plantSite(parseSeed(world));
  const index = indexAccess(siteAccessOf(site));
  const outcomes = new Set<string>();
  for (const account of site.accounts) {
    const who = account.email;
    const subject = describeSubject(site, account);
    for (const permission of globals) {
      const said = decideGlobal(index, account.id, permission).outcome === "allowed";
      agree([who, permission], {
        said,
        oracle: hasGlobal(world, who, permission),
        emulator: hasGlobalPermission(site, subject, permission),
      });
    }
    for (const project of site.projects) {
      const levels = decideLevels(index, { account: account.id, project: project.id }) ?? [];
      for (const permission of granted) {
        const verdict = decide(index, { account: account.id, project: project.id, permission });
        outcomes.add(verdict.outcome);
        const barred = verdict.outcome === "denied" && verdict.missing.some(({ kind }) => kind === "access");
        agree([who, "access"], { said: !barred, oracle: mayUseJira(world, who), emulator: subject.hasAccess });
        const issues = site.issues.filter((issue) => issue.project === project.id);
        for (const [number, issue] of [undefined, ...issues].entries()) {
          const place = issue === undefined ? { project } : { project, issue };
          agree([who, permission, project.key, issue?.key], {
            said: allowsOn(verdict, levels, { site, account, ...(issue === undefined ? {} : { issue }) }),
            oracle: mayDo(world, {
              who,
              permission,
              project: project.key,
              ...(issue === undefined ? {} : { issue: number - 1 }),
            }),
            emulator: [permission, ...needsOf(permission)].every((key) => isAllowed(site, subject, key, place)),
          });
        }
      }
    }
  }
  return outcomes;
}

/** The emulator says whether a permission is held; only with those that it needs is it of any use. */
function needsOf(permission: string): readonly string[] {
  return Object.entries(permissions).find(([key]) => key === permission)?.[1].needs ?? [];
}

function agree(
  question: readonly unknown[],
  answers: { readonly said: boolean; readonly oracle: boolean; readonly emulator: boolean },
): void {
  const { said, oracle, emulator } = answers;
  if (said === oracle && said === emulator) return;
  throw new Error(`${question.join(" ")}: ${JSON.stringify(answers)}`);
}
