import { describe, expect, test } from "vitest";
import { parseBackup, toBackup } from "../../src/adoption/backup.js";
import { planRestore } from "../../src/adoption/plan-restore.js";
import type { FoundAccess } from "../../src/model/found-access.js";
import type { PermissionScheme, SiteGrant } from "../../src/model/permission-scheme.js";

const grant = (permission: string, holderId: string, name = holderId): SiteGrant => ({
  ...{ id: `${permission}${holderId}`, permission, holder: { type: "group", name }, holderId },
});
const scheme = (id: string, name: string, ...grants: readonly SiteGrant[]): PermissionScheme => ({
  ...{ id, name, description: "", grants },
});
const ann = { id: "a1", name: "Ann" };
const team = { id: "g1", name: "team" };

function found(schemes: readonly PermissionScheme[], used: string, users: readonly (typeof ann)[]): FoundAccess {
  const actors = users.length === 0 ? new Map() : new Map([["r1", { users, groups: [team] }]]);
  return {
    projects: [{ id: "p1", key: "PAY", name: "Payments", management: "company", scheme: used, actors }],
    roles: [{ id: "r1", name: "Developers", description: "" }],
    accounts: new Map(),
    permissionKeys: new Set(),
    schemes,
  };
}

const before = found([scheme("1", "Main", grant("EDIT_ISSUES", "g1"), grant("VIEW_ISSUES", "g1"))], "1", [ann]);
const backup = parseBackup(JSON.stringify(toBackup(before, "https://acme.example", new Date(0))));
const stepsFor = (now: FoundAccess) => planRestore(backup, now).map(({ kind, changes }) => [kind, ...changes]);

describe("putting a backup back", () => {
  test("writes nothing where nothing differs but names of groups and hidden permissions", () => {
    expect(stepsFor(before)).toEqual([]);
    expect(stepsFor(found([scheme("1", "Main", grant("EDIT_ISSUES", "g1", "renamed"))], "1", [ann]))).toEqual([]);
  });

  test("names each grant that is missing or too much, also for another group of the old name", () => {
    const now = found([scheme("1", "Main", grant("EDIT_ISSUES", "g2", "g1"))], "1", [ann]);
    expect(stepsFor(now)).toEqual([["scheme", "+ EDIT_ISSUES group:g1", "- EDIT_ISSUES group:g1"]]);
  });

  test("takes a scheme that was made anew under the old name, and gives the project that one", () => {
    const now = found([scheme("7", "Main", grant("EDIT_ISSUES", "g1")), scheme("8", "Other")], "8", [ann]);
    expect(stepsFor(now)).toEqual([["association", '~ "Other" → "Main"']]);
  });

  test("makes a scheme that is gone before a project gets it", () => {
    const now = found([scheme("8", "Other")], "8", [ann]);
    expect(stepsFor(now).map(([kind]) => kind)).toEqual(["scheme", "association"]);
  });

  test("puts people back, and takes out who came since", () => {
    expect(stepsFor(found(before.schemes, "1", []))).toEqual([["actors", "+ group team", "+ user Ann"]]);
    const bob = { id: "b1", name: "Bob" };
    expect(stepsFor(found(before.schemes, "1", [ann, bob]))).toEqual([["actors", "- user Bob"]]);
  });
});

test("what is no backup is refused with what is wrong in it", () => {
  expect(() => parseBackup('{"formatVersion":2}')).toThrow(/formatVersion/);
});
