import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { groupSteps } from "../../../src/analysis/preview/group-steps.js";
import { readSteps } from "../../../src/cli/engine/preview-stack.js";
import type { PlannedStep } from "../../../src/model/preview.js";

const recorded = () => readSteps(readFileSync("test/fixtures/preview/recorded.json", "utf8"));
const lines = (steps: readonly PlannedStep[]) =>
  groupSteps(steps).flatMap(({ kind, name, entries }) =>
    entries.map(({ sign, text }) => `${kind} ${name}: ${sign} ${text}`),
  );

test("what the engine printed is told by scheme, project, role and group, entry by entry", () => {
  const { owner, steps } = recorded();
  expect(owner).toBe("jira-access/web");
  expect(lines(steps)).toEqual([
    "scheme Ops scheme: - the scheme itself",
    'scheme Ops scheme: - ADMINISTER_PROJECTS for project role "Administrators"',
    'scheme Web scheme: + ADD_COMMENTS for project role "Integration: release-notes"',
    'scheme Web scheme: - BROWSE_PROJECTS for group "acme-staff"',
    'scheme Web scheme: + BROWSE_PROJECTS for group "web-team"',
    'scheme Web scheme: + DELETE_ISSUES for project role "Robots"',
    'project OPS: + scheme "Web scheme"',
    'project WEB: + group "acme-staff" in role "Robots"',
    'project WEB: - account "triage@acme.example" in role "Robots"',
    'project WEB: + account "triage@acme.example" in role "Helpers"',
    "role Helpers: + the role itself",
    expect.stringMatching(/^role Integration: release-notes: ~ description "Held by/),
    'role Robots: ~ description "" → "Programs"',
    'group web-team: + account "release-notes@acme.example"',
    'group web-team: - account "triage@acme.example"',
  ]);
});

test("the same steps in another order of kinds are told in the same order", () => {
  const { steps } = recorded();
  const byKind = [...steps].sort((a, b) => (a.kind < b.kind ? -1 : 1));
  expect(groupSteps(byKind).map(({ name }) => name)).toEqual(groupSteps(steps).map(({ name }) => name));
});

test("a description alone is no change of access, while everything that is granted is one", () => {
  const entries = groupSteps(recorded().steps).flatMap((group) => group.entries);
  const harmless = entries.filter(({ isAccess }) => !isAccess).map(({ text }) => text.split(" ")[0]);
  expect(harmless).toEqual(["description", "description"]);
});

test("grants of one holder and single grants are told under their scheme, and what is taken over says so", () => {
  const holder = { scheme: "Shared", holder: "group:devs" };
  expect(
    lines([
      { kind: "HolderGrants", name: "x", after: { ...holder, permissions: { ADD_COMMENTS: true } } },
      { kind: "PermissionGrant", name: "y", before: { ...holder, permission: "DELETE_ISSUES" } },
      { kind: "PermissionScheme", name: "s", after: { name: "Other", adopt: true, owner: "a/b", grants: {} } },
      { kind: "ProjectRoleActor", name: "a", after: { project: "PAY", role: "Robots", user: "ann@acme.example" } },
      { kind: "AccessProof", name: "access", after: { accounts: {} } },
    ]),
  ).toEqual([
    "scheme Other: + the scheme itself, taken over as the site has it",
    'scheme Shared: + ADD_COMMENTS for group "devs"',
    'scheme Shared: - DELETE_ISSUES for group "devs"',
    'project PAY: + account "ann@acme.example" in role "Robots"',
  ]);
});
