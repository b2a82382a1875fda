import { expect, test } from "vitest";
import { faultsOf } from "../faults-of.js";

const base = "assert:\n  quiet:\n    account: bot@acme.example\n";

test.each([
  ["neither", "    projects: [PAY]\n", "x.yaml:2:3: assert.quiet: expected either allow or deny"],
  [
    "both",
    "    projects: [PAY]\n    allow: [ADD_COMMENTS]\n    deny: [DELETE_ISSUES]\n",
    "x.yaml:2:3: assert.quiet: expected either allow or deny",
  ],
  [
    "a mistyped permission",
    "    projects: [PAY]\n    deny: [DELETE_ISSUE]\n",
    'x.yaml:5:12: assert.quiet.deny[0]: unknown permission "DELETE_ISSUE"; did you mean DELETE_ISSUES?',
  ],
  [
    "a project permission without projects",
    "    deny: [DELETE_ISSUES]\n",
    "x.yaml:4:12: assert.quiet.deny[0]: DELETE_ISSUES is a matter of projects; say which",
  ],
  [
    "a global permission in a project",
    "    projects: [PAY]\n    deny: [DELETE_ISSUES, BULK_CHANGE]\n",
    "x.yaml:5:27: assert.quiet.deny[1]: BULK_CHANGE is a global permission; assert it in an entry without projects",
  ],
  [
    "a project key in small letters",
    "    projects: [pay]\n    deny: [DELETE_ISSUES]\n",
    expect.stringMatching(/did you mean PAY/),
  ],
  [
    "an empty list",
    "    projects: [PAY]\n    deny: []\n",
    "x.yaml:5:11: assert.quiet.deny: expected at least one entry, found an empty list",
  ],
])("an assertion with %s is refused", (_, text, fault) => {
  expect(faultsOf(base + text)).toEqual([fault]);
});

test("project permissions in projects and global ones without are fine", () => {
  expect(faultsOf(`${base}    projects: [PAY, all]\n    deny: [DELETE_ISSUES, app__wipe]\n`)).toEqual([]);
  expect(faultsOf(`${base}    deny: [ADMINISTER, BULK_CHANGE]\n`)).toEqual([]);
});
