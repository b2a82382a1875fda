import fc from "fast-check";
import { expect, test } from "vitest";
import { applyStack } from "../../../src/analysis/applied/apply-stack.js";
import { type AccessChange, compareAccess } from "../../../src/analysis/comparison/compare-access.js";
import { findNew } from "../../../src/analysis/comparison/find-new.js";
import { mentionsIn } from "../../../src/analysis/worlds/mentions.js";
import { stackWorlds } from "../../../src/analysis/worlds/stack-worlds.js";
import { indexWorlds, type Worlds } from "../../../src/analysis/worlds/worlds.js";
import { grantablePermissionKeys } from "../../../src/catalogue/permissions.js";
import { plantSite } from "../../../src/emulator/seed/plant-site.js";
import { parseSeed } from "../../../src/emulator/seed/seed.js";
import { expandAlone } from "../../../src/stack/expand/expand-alone.js";
import { parseStack } from "../../../src/stack/read-stack.js";
import { namesOnSite, seeds, successiveWishes } from "../../property/arbitraries.js";
import { declare } from "../../property/wish.js";
import { desiredOf } from "../applied/desired-of.js";
import { siteAccessOf } from "../site-access-of.js";

const yaml = `
permissionSchemes:
  delivery:
    grants:
      BROWSE_PROJECTS: [{ projectRole: Developers }]
      ADD_COMMENTS: [{ projectRole: Developers }]
projects:
  PAY:
    permissionScheme: delivery
    roles:
      Developers: { groups: [pay-devs], users: [ann@acme.example] }
`;

function compare(change: (text: string) => string, base = yaml) {
  const stacks = [parseStack("before.yaml", base), parseStack("after.yaml", change(base))] as const;
  const [before, after] = [expandAlone(stacks[0], [stacks[1]]).desired, expandAlone(stacks[1], [stacks[0]]).desired];
  const mentions = mentionsIn([before, after]);
  return compareAccess(stackWorlds(before, mentions), stackWorlds(after, mentions));
}

const told = (changes: readonly AccessChange[]) =>
  changes.map(({ account, project, permission, before, after }) =>
    [account.name, project?.key, permission, before.outcome, after.outcome].join(" "),
  );

test("a new grant is a gain of everybody who has the role by the file, gravest permission first", () => {
  const { gains, losses, unclear } = compare((text) =>
    text.replace(
      "ADD_COMMENTS:",
      "EDIT_ISSUES: [{ projectRole: Developers }]\n      DELETE_ISSUES: [{ projectRole: Developers }]\n      ADD_COMMENTS:",
    ),
  );
  expect(told(gains)).toEqual([
    "ann@acme.example PAY DELETE_ISSUES denied allowed",
    "ann@acme.example PAY EDIT_ISSUES denied allowed",
    "whoever is in group pay-devs PAY DELETE_ISSUES denied allowed",
    "whoever is in group pay-devs PAY EDIT_ISSUES denied allowed",
  ]);
  expect([losses, unclear]).toEqual([[], []]);
});

test("without BROWSE_PROJECTS nothing else is left, and that is a loss too", () => {
  const { losses } = compare((text) =>
    text.replace("BROWSE_PROJECTS: [{ projectRole: Developers }]", "BROWSE_PROJECTS: [{ group: auditors }]"),
  );
  expect(told(losses)).toEqual([
    "whoever is in group pay-devs PAY ADD_COMMENTS allowed denied",
    "whoever is in group pay-devs PAY BROWSE_PROJECTS allowed denied",
  ]);
});

test("whether a named account is in a group of the site only the site can tell", () => {
  const { losses, unclear } = compare(
    (text) => text.replace(", users: [ann@acme.example]", ""),
    `${yaml}  WEB: { roles: { Developers: { users: [ann@acme.example] } } }\n`,
  );
  expect(losses).toEqual([]);
  expect(told(unclear)).toEqual([
    "ann@acme.example PAY ADD_COMMENTS allowed unknown",
    "ann@acme.example PAY BROWSE_PROJECTS allowed unknown",
  ]);
});

test("what only some issues allow now is a gain, and on other issues than before is told apart", () => {
  const reporter = (text: string) => text.replaceAll("}]", "}, reporter]");
  expect(told(compare(reporter).gains)).toContain("whoever can log in PAY ADD_COMMENTS denied conditional");
  const { gains, unclear } = compare((text) => text.replaceAll("reporter", "assignee"), reporter(yaml));
  expect(gains).toEqual([]);
  expect(told(unclear)).toContain("whoever can log in PAY ADD_COMMENTS conditional conditional");
});

test("a change gives nothing new when it takes away, and the counterexample is the gravest gain", () => {
  expect(findNew(compare((text) => text.replace("groups: [pay-devs], ", "")))).toMatchObject({ answer: "nothing" });
  const grown = compare((text) => text.replace("ADD_COMMENTS:", "DELETE_ISSUES: [{ group: a }]\n      ADD_COMMENTS:"));
  expect(findNew(grown)).toMatchObject({ answer: "perhaps", counterexample: { permission: "DELETE_ISSUES" } });
  const wider = compare((text) =>
    text.replace("ADD_COMMENTS:", "DELETE_ISSUES: [{ projectRole: Developers }]\n      ADD_COMMENTS:"),
  );
  expect(findNew(wider)).toMatchObject({
    answer: "something",
    counterexample: { account: { name: "ann@acme.example" } },
  });
});

test("nothing changes from a stack to itself", () => {
  expect(compare((text) => text)).toEqual({ gains: [], losses: [], unclear: [] });
});

test("no change is missed, between a site and what a stack makes of it and between two stack files", () => {
  let changed = 0;
  fc.assert(
    fc.property(seeds, successiveWishes, (seed, wishes) => {
      const [first, second] = wishes.map((wish) => desiredOf(declare(wish, namesOnSite)));
      if (first === undefined || second === undefined) throw new Error("two wishes");
      const site = siteAccessOf(plantSite(parseSeed(seed)));
      const mentions = mentionsIn([first, second]);
      const pairs: readonly (readonly [Worlds, Worlds])[] = [
        [[site], [applyStack(site, first)]],
        [stackWorlds(first, mentions), stackWorlds(second, mentions)],
      ];
      for (const [before, after] of pairs) {
        const { gains, losses, unclear } = compareAccess(before, after);
        const found = [...gains, ...losses, ...unclear].filter(({ project }) => project !== undefined);
        expect(new Set(found.map(keyOf))).toEqual(new Set(compareNaively(before, after)));
        changed += found.length;
      }
    }),
    { seed: 20_261_127, numRuns: 60 },
  );
  expect(changed).toBeGreaterThan(1_000);
}, 60_000);

function keyOf({ account, project, permission, before, after }: AccessChange): string {
  return [account.id, project?.id, permission, before.outcome, after.outcome].join(" ");
}

/** Every account, project and permission whose outcome is another one, or whose conditions are. */
function compareNaively(before: Worlds, after: Worlds): readonly string[] {
  const [old, now] = [indexWorlds(before), indexWorlds(after)];
  return [...after[0].accounts.keys()].flatMap((account) =>
    [...after[0].projects.keys()].flatMap((project) =>
      grantablePermissionKeys.flatMap((permission) => {
        const verdicts = [old, now].map(({ decide }) => decide({ account, project, permission }));
        const [was, is] = verdicts.map((one) => one.outcome);
        const [wasOn, isOn] = verdicts.map((one) => ("conditions" in one ? conditionsOf(one.conditions) : ""));
        return was === is && wasOn === isOn ? [] : [[account, project, permission, was, is].join(" ")];
      }),
    ),
  );
}

function conditionsOf(
  conditions: readonly { readonly permission: string; readonly anyOf: readonly object[] }[],
): string {
  return conditions
    .map(({ permission, anyOf }) => `${permission} ${anyOf.map((way) => Object.values(way).join()).sort()}`)
    .sort()
    .join();
}
