import { describe, expect, test } from "vitest";
import { describeDrift, nameEntry } from "../../../src/analysis/drift/describe-drift.js";
import { findDrift } from "../../../src/analysis/drift/find-drift.js";
import { gradeDrift } from "../../../src/analysis/drift/grade-drift.js";
import type { Inputs, TrackedResource } from "../../../src/model/drift.js";

const grants = (...permissions: readonly string[]): Inputs => ({
  name: "Main",
  grants: Object.fromEntries(permissions.map((permission) => [permission, { "group:team": true }])),
});

function driftOf(moments: Partial<TrackedResource>, kind = "PermissionScheme") {
  return findDrift([{ kind, name: "main", origin: ["permissionSchemes", "main"], ...moments }]).map((drift) => ({
    what: `${drift.category}: ${describeDrift(drift)}`,
    gains: drift.gains,
    level: gradeDrift(drift),
  }));
}

describe("a resource whose file, state and site", () => {
  const same = grants("BROWSE_PROJECTS");

  test("agree has not drifted", () => {
    expect(driftOf({ declared: same, applied: same, seen: same })).toEqual([]);
  });

  test("differ because somebody added a grant is told of as a gain, gravely where it destroys", () => {
    const seen = grants("BROWSE_PROJECTS", "DELETE_ISSUES", "LINK_ISSUES");
    expect(driftOf({ declared: same, applied: same, seen })).toEqual([
      { what: "changed-outside: + grants.DELETE_ISSUES.group:team, on the site", gains: true, level: "error" },
      { what: "changed-outside: + grants.LINK_ISSUES.group:team, on the site", gains: true, level: "warning" },
    ]);
  });

  test("differ because somebody took a grant away, or renamed the scheme, is no gain", () => {
    const seen = { ...grants(), name: "Renamed" };
    expect(driftOf({ declared: same, applied: same, seen })).toEqual([
      { what: "changed-outside: - grants.BROWSE_PROJECTS.group:team, on the site", gains: false, level: "warning" },
      { what: 'changed-outside: ~ name "Main" → "Renamed", on the site', gains: false, level: "warning" },
    ]);
  });

  test("differ because the file was edited is not yet applied", () => {
    const declared = grants("BROWSE_PROJECTS", "DELETE_ISSUES");
    expect(driftOf({ declared, applied: same, seen: same })).toEqual([
      { what: "not-applied: + grants.DELETE_ISSUES.group:team, not yet applied", gains: false, level: "warning" },
    ]);
  });

  test("agree again because somebody did by hand what the file says is nothing to do", () => {
    const declared = grants("BROWSE_PROJECTS", "LINK_ISSUES");
    expect(driftOf({ declared, applied: same, seen: declared })).toEqual([]);
  });

  test("differ three ways is told of on both sides", () => {
    const seen = grants("BROWSE_PROJECTS", "EDIT_ISSUES");
    const whats = driftOf({ declared: grants(), applied: same, seen }).map(({ what }) => what);
    expect(whats).toEqual([
      "changed-outside: + grants.EDIT_ISSUES.group:team, on the site",
      "not-applied: - grants.BROWSE_PROJECTS.group:team, not yet applied",
    ]);
  });
});

describe("a whole resource", () => {
  const inputs = grants();

  test.each([
    [
      "that was deleted on the site",
      { declared: inputs, applied: inputs },
      ["changed-outside: was deleted on the site"],
    ],
    ["that is declared anew", { declared: inputs }, ["not-applied: is declared, and not yet made"]],
    [
      "that is declared no more",
      { applied: inputs, seen: inputs },
      ["not-applied: is not declared any more, and not yet taken away"],
    ],
    ["that is gone and declared no more", { applied: inputs }, []],
  ])("%s", (_, moments, expected) => {
    expect(driftOf(moments).map(({ what }) => what)).toEqual(expected);
  });
});

test("what an account really can do beside what is declared is drift of its own kind, and a gain unless it is missing", () => {
  const proof = (findings: Inputs): Inputs => ({ accounts: {}, findings });
  const none = proof({});
  const seen = proof({
    bot: { "DELETE_ISSUES in PAY": "through group team", "ADD_COMMENTS in PAY": "missing: no grant" },
  });
  const found = driftOf({ declared: none, applied: seen, seen }, "AccessProof");
  expect(found).toEqual([
    { what: "effective-access: bot: ADD_COMMENTS in PAY: missing: no grant", gains: false, level: "warning" },
    { what: "effective-access: bot: DELETE_ISSUES in PAY: through group team", gains: true, level: "error" },
  ]);
});

test("an entry is named by its path", () => {
  const [drift] = findDrift([{ kind: "Group", name: "g", declared: {}, applied: {}, seen: { users: { ann: true } } }]);
  expect(drift && nameEntry(drift)).toBe("users.ann");
});
