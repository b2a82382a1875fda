import fc from "fast-check";
import { grantablePermissionKeys } from "../../../src/catalogue/permissions.js";
import type { AccessPreview } from "../../../src/model/preview.js";

const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.constantFrom(
    "</details>",
    "|---|",
    "<!-- ",
    "](http://evil.example)",
    "@everyone",
    "```",
    "\n\n# x",
    "x".repeat(70_000),
  ),
);
const shift = fc.record({
  account: hostile,
  accountId: hostile,
  project: hostile,
  permission: fc.oneof(hostile, fc.constantFrom(...grantablePermissionKeys)),
  risk: fc.constantFrom("takes-over", "destroys", "reads", "writes"),
  before: fc.constant("denied"),
  after: fc.constantFrom("allowed", "conditional"),
  paths: fc.array(hostile, { maxLength: 2 }),
});
/** Any preview, with names that try to break out of the comment. */
export const hostilePreview: fc.Arbitrary<AccessPreview> = fc.record({
  owner: hostile,
  stack: hostile,
  changes: fc.array(
    fc.record({
      kind: fc.constantFrom("scheme", "project", "role", "group", "account"),
      name: hostile,
      entries: fc.array(fc.record({ sign: fc.constantFrom("+", "-", "~"), text: hostile, isAccess: fc.boolean() }), {
        maxLength: 5,
      }),
    }),
    { maxLength: 20 },
  ),
  gains: fc.array(shift, { maxLength: 20 }),
  losses: fc.array(shift, { maxLength: 5 }),
  unclear: fc.array(shift, { maxLength: 5 }),
  givenUp: fc.nat(),
  proof: fc.array(fc.record({ user: hostile, what: hostile, why: hostile }), { maxLength: 3 }),
  violations: fc.array(
    fc.record({
      policy: hostile,
      isMandatory: fc.boolean(),
      message: hostile,
      resource: fc.record({ kind: hostile, name: hostile }),
      place: fc.record({ file: hostile, line: fc.nat(), column: fc.nat() }),
    }),
    { maxLength: 3 },
  ),
});
