import fc from "fast-check";
import { expect, test } from "vitest";
import { describePermission, grantablePermissionKeys } from "../../../src/catalogue/permissions.js";
import type { AccessPreview, AccessShift } from "../../../src/model/preview.js";
import { writeComment } from "../../../src/report/preview/write-comment.js";
import { emptyPreview } from "./empty-preview.js";
import { hostilePreview } from "./hostile-preview.js";

const mostCharacters = 60_000;

function gain(account: string, permission: string, project: string): AccessShift {
  const risk = describePermission(permission)?.risk;
  return {
    account,
    accountId: account,
    project,
    permission,
    ...(risk && { risk }),
    before: "denied",
    after: "allowed",
    paths: [`through group ${account}, which the ${project} scheme grants it to`],
  };
}

/** A comment as people read it: entities as their signs. */
const asRead = (comment: string) => comment.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));

/** Each part of a comment between blank lines is whole: folds end, tables have their columns. */
function expectWhole(comment: string): void {
  const lines = comment.split("\n");
  const folds = lines.flatMap((line) => line.match(/<\/?details>/g) ?? []);
  expect(folds.join("")).toMatch(/^(<details><\/details>)*$/);
  const tables = lines.filter((line) => line.startsWith("|"));
  for (const row of tables) expect(row.match(/(^|[^\\])\|/g)).toHaveLength(4);
}

test("gains of what takes over and destroys come first, then other gains, losses, changes and reasons", () => {
  const preview: AccessPreview = {
    ...emptyPreview,
    gains: [gain("ann", "BROWSE_PROJECTS", "WEB"), gain("ann", "DELETE_ISSUES", "WEB")],
    losses: [{ ...gain("bob", "ADD_COMMENTS", "WEB"), before: "allowed", after: "denied" }],
    changes: [
      {
        kind: "scheme",
        name: "Web scheme",
        entries: [{ sign: "+", text: 'DELETE_ISSUES for group "x"', permission: "DELETE_ISSUES", isAccess: true }],
      },
    ],
  };
  expect(asRead(writeComment(preview))).toMatchInlineSnapshot(`
    "### Access preview: jira-access/web

    **2 gained** (1 destroys, 1 reads), 1 lost, 0 that only the site can tell; entries changed: +1.

    #### Gains: destroys (1)

    | who | what | where |
    |---|---|---|
    | ann | DELETE_ISSUES | WEB |

    <details><summary>Gains: reads (1)</summary>

    | who | what | where |
    |---|---|---|
    | ann | BROWSE_PROJECTS | WEB |

    </details>

    <details><summary>Losses: writes (1)</summary>

    | who | what | where |
    |---|---|---|
    | bob | ADD_COMMENTS | WEB |

    </details>

    <details><summary>scheme Web scheme (+1)</summary>

    - \`+\` DELETE_ISSUES for group "x"

    </details>

    <details><summary>How it is gained: destroys (1)</summary>

    - ann: DELETE_ISSUES in WEB, denied → allowed, through group ann, which the WEB scheme grants it to

    </details>

    <details><summary>How it is gained: reads (1)</summary>

    - ann: BROWSE_PROJECTS in WEB, denied → allowed, through group ann, which the WEB scheme grants it to

    </details>"
  `);
});

test("what policies object to stands with its place behind the grave gains, then what the proof found on the site", () => {
  const resource = { kind: "PermissionScheme", name: "web" };
  const comment = asRead(
    writeComment({
      ...emptyPreview,
      gains: [gain("ann", "DELETE_ISSUES", "WEB"), gain("ann", "BROWSE_PROJECTS", "WEB")],
      proof: [{ user: "release-notes", what: "ADMINISTER on the whole site", why: "through group admins" }],
      violations: [
        {
          policy: "destructive-integration",
          severity: "critical",
          isMandatory: true,
          message: "No.\nRight: x",
          resource,
          place: { file: "stacks/web.yaml", line: 8, column: 3 },
        },
        { policy: "own", isMandatory: false, message: "Better not." },
      ],
    }),
  );
  expect(comment).toContain("**Policies object** (1 mandatory, 1 advisory).");
  expect(comment).toContain(
    [
      "#### Policies (2)",
      "",
      "- destructive-integration (critical, mandatory), PermissionScheme web, stacks/web.yaml:8: No; Right: x",
      "- own (advisory): Better not.",
      "",
      "<details><summary>Beside what is declared, on the site as it is (1)</summary>",
      "",
      "- release-notes: ADMINISTER on the whole site, through group admins",
    ].join("\n"),
  );
  expect(writeComment({ ...emptyPreview, violations: [] })).toContain("\n\nPolicies object to nothing.");
});

test("accounts that gain the same in the same projects share a row", () => {
  const accounts = ["ann", "bob"];
  const gains = accounts.flatMap((who) =>
    ["PAY", "WEB"].flatMap((project) => [gain(who, "DELETE_ISSUES", project), gain(who, "ARCHIVE_ISSUES", project)]),
  );
  expect(asRead(writeComment({ ...emptyPreview, gains }))).toContain(
    "| ann, bob | ARCHIVE_ISSUES, DELETE_ISSUES | PAY, WEB |",
  );
});

test("a change of 2,000 grants stays within the limit, names every gain of what destroys, and says what is left out", () => {
  const schemes = Array.from({ length: 52 }, (_, index) => `Scheme number ${index}`);
  const permissions = grantablePermissionKeys;
  const entry = (permission: string, index: number) => ({
    sign: "+" as const,
    text: `${permission} for group "team-${index}"`,
    permission,
    isAccess: true,
  });
  const changes = schemes.map((name, index) => ({
    kind: "scheme" as const,
    name,
    entries: permissions.map((permission) => entry(permission, index)),
  }));
  const gains = schemes.flatMap((_, index) =>
    permissions.map((permission) => gain(`person-${index}@acme.example`, permission, `P${index}`)),
  );
  expect(changes.flatMap(({ entries }) => entries).length).toBeGreaterThanOrEqual(2000);
  const violations = schemes.map((name) => ({
    policy: "public-grant",
    isMandatory: true,
    message: `Nothing is granted to everybody. ${"x".repeat(900)}`,
    resource: { kind: "PermissionScheme", name },
  }));
  const comment = writeComment({ ...emptyPreview, changes, gains, violations });
  expect(comment.length).toBeLessThanOrEqual(mostCharacters);
  expectWhole(comment);
  const read = asRead(comment);
  const rows = read.split("\n").filter((line) => line.startsWith("| person"));
  const destructive = gains.filter(({ risk }) => risk === "destroys");
  expect(destructive.length).toBeGreaterThan(100);
  for (const { account, permission, project } of destructive) {
    const row = rows.find((line) => line.startsWith(`| ${account} | `) && line.includes(permission));
    expect(row).toContain(`| ${project} |`);
  }
  expect(read).toMatch(
    /\n\nLeft out for length: .*\d+ explanations.* All of it: jira-access preview web --format json$/,
  );
});

test("what is left out first is what matters least", () => {
  const many = Array.from({ length: 900 }, (_, index) => gain(`a${index}`, "BROWSE_PROJECTS", `P${index}`));
  const comment = asRead(
    writeComment(
      { ...emptyPreview, gains: [...many, gain("eve", "DELETE_ISSUES", "PAY")] },
      { mostCharacters: 5000, folds: true },
    ),
  );
  expect(comment).toContain("| eve | DELETE_ISSUES | PAY |");
  expect(comment).toContain("Left out for length: 900 explanations, 900 gains.");
});

test("where nothing folds, every section has a heading", () => {
  const comment = writeComment(
    { ...emptyPreview, gains: [gain("ann", "ADD_COMMENTS", "WEB")] },
    { mostCharacters, folds: false },
  );
  expect(comment).not.toContain("<");
  expect(comment).toContain("#### Gains: writes (1)");
});

test("whatever names are in it, a comment stays within its limit, and no name makes structure, links or mentions", () => {
  fc.assert(
    fc.property(hostilePreview, fc.constantFrom(5_000, 32_000, mostCharacters), (one, limit) => {
      const comment = writeComment(one, { mostCharacters: limit, folds: true });
      expect(comment.length).toBeLessThanOrEqual(limit);
      expectWhole(comment);
      expect(comment.replace(/<details><summary>|<\/summary>|<\/details>/g, "")).not.toMatch(/[<>@[\]]|http:/);
    }),
  );
});
