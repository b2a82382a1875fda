import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ResolvedGrant } from "../../../src/client/permission-scheme.js";
import { acme } from "../../../src/emulator/seed/acme.js";
import type { PermissionScheme, SiteGrant } from "../../../src/model/permission-scheme.js";
import { appRoleName } from "../../../src/model/project-role.js";
import { type Flags, sameFlags, toFlags, without } from "../../../src/provider/lists/flags.js";
import { putBack } from "../../../src/provider/lists/put-back.js";
import { holdsExactly, readGrants, toWholeList } from "../../../src/provider/lists/scheme-grants.js";
import { startSite } from "../../emulator/site.js";
import { describeState } from "../../helpers/describe-state.js";
import { declareResource } from "../../helpers/engine.js";

const names = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f")).map(toFlags);

test("sets hold the same names whatever their order, and tell what the other lacks", () => {
  expect(Object.keys(toFlags(["b", "a", "c"]))).toEqual(["a", "b", "c"]);
  const same = (a: readonly string[], b: readonly string[]) => sameFlags(toFlags(a), toFlags(b));
  expect([same(["a", "b"], ["b", "a"]), same([], [])]).toEqual([true, true]);
  expect([same(["a"], ["a", "b"]), same(["a", "b"], ["a"]), same(["a", "b"], ["a", "c"])]).toEqual([
    false,
    false,
    false,
  ]);
  expect(without(toFlags(["a", "b", "c"]), toFlags(["b", "d"]))).toEqual(["a", "c"]);
});

describe("putBack", () => {
  test("gives back what was before, when nobody else changed anything", () => {
    fc.assert(
      fc.property(names, names, (before, declared) => {
        expect(putBack(declared, declared, before)).toEqual(before);
      }),
    );
  });

  test("keeps what others added since, and does not bring back what others took away", () => {
    fc.assert(
      fc.property(names, names, names, (before, declared, now) => {
        const after = putBack(now, declared, before);
        for (const name of Object.keys({ ...before, ...declared, ...now })) {
          expect([name, Boolean(after[name])]).toEqual([name, isLeft(name, { before, declared, now })]);
        }
      }),
    );
  });
});

/** Whether a name is in the list when the resource is gone, said case by case. */
function isLeft(name: string, { before, declared, now }: Record<"before" | "declared" | "now", Flags>): boolean {
  const wasRemovedByUs = before[name] && !declared[name];
  const wasAddedByUs = declared[name] && !before[name];
  if (wasRemovedByUs) return true;
  if (wasAddedByUs) return false;
  return Boolean(now[name]);
}

describe("a scheme's grants", () => {
  const byApps: SiteGrant = {
    id: "1",
    permission: "BROWSE_PROJECTS",
    holder: { type: "projectRole", name: appRoleName },
    holderId: "7",
  };
  const hidden: SiteGrant = { id: "2", permission: "VIEW_PROJECTS", holder: { type: "applicationRole" } };
  const usual: SiteGrant = { id: "3", permission: "ADD_COMMENTS", holder: { type: "assignee" } };
  const scheme = (...grants: SiteGrant[]): PermissionScheme => ({ id: "1", name: "S", description: "", grants });

  test("of apps and hidden keys are not shown, unless they are declared", () => {
    const declared = { BROWSE_PROJECTS: { [`projectRole:${appRoleName}`]: true } } as const;
    expect(readGrants(scheme(byApps, hidden, usual), {}, {})).toEqual({ ADD_COMMENTS: { assignee: true } });
    expect(readGrants(scheme(byApps, hidden), declared, {})).toEqual(declared);
  });

  test("of apps are written again, hidden ones are not, for Jira would refuse them", () => {
    const declared = { EDIT_ISSUES: { reporter: true } } as const;
    expect(toWholeList(scheme(byApps, hidden, usual), declared, {})).toEqual([
      { permission: "EDIT_ISSUES", holder: { type: "reporter" } },
      byApps,
    ]);
  });

  test("of apps are written once where they are declared too", () => {
    const holder = `projectRole:${appRoleName}`;
    const list = toWholeList(scheme(byApps), { BROWSE_PROJECTS: { [holder]: true } }, { [holder]: "7" });
    expect(list).toHaveLength(1);
  });

  test("are exact although Jira gave an app its grants back meanwhile", () => {
    const wanted: ResolvedGrant[] = [usual];
    expect(holdsExactly(scheme(usual, hidden, byApps), wanted)).toBe(true);
    expect(holdsExactly(scheme(usual), [usual, byApps])).toBe(false);
    expect(holdsExactly(scheme(usual, { ...usual, permission: "EDIT_ISSUES" }), wanted)).toBe(false);
  });

  test("are told apart by the ids of their holders, not by names", () => {
    const held: SiteGrant = { ...usual, holder: { type: "group", name: "renamed" }, holderId: "g1" };
    const wanted: ResolvedGrant = { ...usual, holder: { type: "group", name: "former name" }, holderId: "g1" };
    expect(holdsExactly(scheme(held), [wanted])).toBe(true);
    expect(holdsExactly(scheme(held), [{ ...wanted, holderId: "g2" }])).toBe(false);
  });
});

test("the site's default grants and strangers' are gone from a whole scheme, those of apps stay", async () => {
  const site = await startSite({
    seed: {
      ...acme,
      projectRoles: { ...acme.projectRoles, [appRoleName]: { id: 10003 } },
      permissionSchemes: {
        ...acme.permissionSchemes,
        Team: { grants: { BROWSE_PROJECTS: [{ projectRole: appRoleName }, "anyone"], EDIT_ISSUES: ["reporter"] } },
      },
    },
  });
  const grants = { ADD_COMMENTS: ["assignee"] };
  const team = declareResource(site, "PermissionScheme");
  await team.up({ name: "Team", owner: "acme/test", adopt: true, grants });
  await declareResource(site, "PermissionScheme").up({ name: "New", owner: "acme/test", grants });
  const { schemes } = await describeState(site);
  expect(schemes.New?.grants).toEqual(["ADD_COMMENTS assignee"]);
  expect(schemes.Team?.grants).toEqual(["ADD_COMMENTS assignee", `BROWSE_PROJECTS projectRole:${appRoleName}`]);
  expect(team.kept()?.inputs).toEqual(await team.refresh());
});
