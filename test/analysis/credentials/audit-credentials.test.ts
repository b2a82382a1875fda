import { describe, expect, test } from "vitest";
import { auditCredentials } from "../../../src/analysis/credentials/audit-credentials.js";
import type { ScopeNeed } from "../../../src/analysis/credentials/check-scopes.js";
import type { Credential } from "../../../src/model/credential.js";
import type { CredentialPolicy } from "../../../src/model/credential-policy.js";

const nowMs = Date.parse("2026-06-30T12:00:00Z");
const policy: CredentialPolicy = { inactiveDays: 90, neverUsedDays: 30, expiresWithinDays: 14 };
const sound: Credential = {
  kind: "api-token",
  id: "1",
  label: "deploy",
  owner: { id: "a1", name: "Ann", email: "ann@acme.example", kind: "person" },
  created: "2026-01-01T00:00:00.000Z",
  lastUsed: "2026-06-29T00:00:00.000Z",
  expires: "2026-12-31T00:00:00.000Z",
  scopes: ["read:jira-work"],
};

function audit(
  change: Partial<Credential>,
  standard: Partial<CredentialPolicy> = {},
  needs: [string, ScopeNeed][] = [],
) {
  const credential = { ...sound, ...change };
  const against = { policy: { ...policy, ...standard }, needs: new Map(needs), nowMs };
  return auditCredentials([credential], against).findings.map(({ rule, level, message }) => [rule, level, message]);
}

describe("the age of a credential", () => {
  test("a token in use that expires late is no finding", () => {
    expect(audit({})).toEqual([]);
  });

  test.each([
    ["2026-04-01T12:00:00Z", 90],
    ["2025-06-30T12:00:00Z", 365],
  ])("one last used on %s is inactive", (lastUsed, days) => {
    expect(audit({ lastUsed })).toEqual([
      ["inactive", "warning", `not used for ${days} days, last on ${lastUsed.slice(0, 10)}`],
    ]);
  });

  test("the limits are the policy's, to the day", () => {
    const lastUsed = "2026-04-02T00:00:00Z";
    expect(audit({ lastUsed })).toEqual([]);
    expect(audit({ lastUsed }, { inactiveDays: 89 })).toHaveLength(1);
    expect(audit({ expires: "2026-07-15T12:00:00Z" })).toEqual([]);
    expect(audit({ expires: "2026-07-14T12:00:00Z" })).toMatchObject([["expiring", "warning", expect.any(String)]]);
  });

  test("one never used is given time after it was made", () => {
    expect(audit({ lastUsed: "never", created: "2026-06-01T00:00:00Z" })).toEqual([]);
    expect(audit({ lastUsed: "never" })).toEqual([
      ["never-used", "warning", "never used in the 180 days since it was made"],
    ]);
    expect(audit({ lastUsed: "unknown" })).toEqual([]);
  });

  test("one that has expired is told once, whatever else it is", () => {
    expect(audit({ expires: "2026-06-30T12:00:00Z", lastUsed: "never" })).toEqual([
      ["expired", "warning", "expired on 2026-06-30"],
    ]);
  });
});

describe("allowed scopes", () => {
  const readOnly = { allowedScopes: { everybody: "read-only", accounts: {} } } as const;

  test("what writes is an error under read-only, and so is no limit at all", () => {
    expect(audit({}, readOnly)).toEqual([]);
    expect(audit({ scopes: ["read:jira-work", "write:jira-work"] }, readOnly)).toEqual([
      ["scopes-not-allowed", "error", "has write:jira-work; the policy allows only scopes that read"],
    ]);
    expect(audit({ scopes: "all" }, readOnly)).toMatchObject([["scopes-not-allowed", "error", expect.any(String)]]);
    expect(audit({ scopes: "unknown" }, readOnly)).toMatchObject([["scopes-not-allowed", "note", expect.any(String)]]);
  });

  test.each(["ann@acme.example", "a1"])("an account has a rule of its own by %s", (name) => {
    const accounts = { [name]: ["write:jira-work"] };
    const standard = { allowedScopes: { everybody: "read-only", accounts } } as const;
    expect(audit({ scopes: ["write:jira-work"] }, standard)).toEqual([]);
    expect(audit({ scopes: ["read:jira-work"] }, standard)).toMatchObject([
      ["scopes-not-allowed", "error", expect.any(String)],
    ]);
    expect(
      audit({ scopes: "all" }, { allowedScopes: { everybody: "read-only", accounts: { [name]: "any" } } }),
    ).toEqual([]);
  });
});

describe("needed scopes", () => {
  const need = { user: "release-notes", sufficient: [["read:jira-work"], ["read:issue:jira", "read:user:jira"]] };

  test("any sufficient set will do, and a part of it", () => {
    expect(audit({}, {}, [["ann@acme.example", need]])).toEqual([]);
    expect(audit({ scopes: ["read:issue:jira"] }, {}, [["a1", need]])).toEqual([]);
    expect(audit({ scopes: ["write:jira-work"] }, {}, [["somebody else", need]])).toEqual([]);
  });

  test("what goes beyond them is told, with what would do", () => {
    expect(audit({ scopes: ["read:jira-work", "write:jira-work"] }, {}, [["a1", need]])).toEqual([
      ["scopes-not-needed", "warning", "has write:jira-work; release-notes needs only read:jira-work"],
    ]);
    expect(audit({ scopes: "all" }, {}, [["a1", need]])).toEqual([
      ["scopes-not-needed", "warning", "is not limited to scopes; release-notes needs only read:jira-work"],
    ]);
  });
});
