import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readCredentialPolicy, usualCredentialPolicy } from "../../src/stack/read-credential-policy.js";

const folder = mkdtempSync(join(tmpdir(), "policy-"));
const file = join(folder, "tokens.yaml");

afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string) {
  writeFileSync(file, text);
  return readCredentialPolicy(file);
}

test("what the file leaves out is as usual", () => {
  expect(read("")).toEqual(usualCredentialPolicy);
  expect(read("inactiveDays: 7\n")).toEqual({ inactiveDays: 7, neverUsedDays: 30, expiresWithinDays: 14 });
});

test("scopes are allowed to everybody and to named accounts", () => {
  const { allowedScopes } = read(
    "allowedScopes:\n  everybody: read-only\n  accounts: { a@b.c: any, d@e.f: [read:jira-work] }\n",
  );
  expect(allowedScopes).toEqual({ everybody: "read-only", accounts: { "a@b.c": "any", "d@e.f": ["read:jira-work"] } });
});

test.each([
  ["inactivDays: 7", `${file}:1:1: inactivDays: unknown property "inactivDays"; did you mean inactiveDays?`],
  ["inactiveDays: -1", `${file}:1:15: inactiveDays: expected 0 days or more`],
  ["inactiveDays: soon", `${file}:1:15: inactiveDays: expected a whole number of days`],
  [
    "allowedScopes:\n  everybody: some",
    `${file}:2:14: allowedScopes.everybody: expected any, read-only or a list of scopes`,
  ],
  [
    "allowedScopes:\n  everyone: any",
    `${file}:2:3: allowedScopes.everyone: unknown property "everyone"; expected everybody or accounts`,
  ],
])("%j is refused with its place", (text, message) => {
  expect(() => read(text)).toThrow(message);
});

test("a text that is no YAML is refused with its place", () => {
  expect(() => read("a: [")).toThrow(`${file}:1:`);
});
