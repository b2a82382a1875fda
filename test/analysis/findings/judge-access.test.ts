import { describe, expect, test } from "vitest";
import { judgeAccess } from "../../../src/analysis/findings/judge-access.js";
import type { ExpectedAccess } from "../../../src/model/expected-access.js";
import type { HeldPermissions } from "../../../src/model/held-permissions.js";

const projects = new Map([
  ["PAY", "1"],
  ["WEB", "2"],
  ["HR", "3"],
]);
const bot: ExpectedAccess = {
  account: "bot@acme.example",
  projects: ["PAY", "WEB"],
  permissions: ["BROWSE_PROJECTS", "ADD_COMMENTS"],
  tolerate: {},
  elsewhere: "report",
};
const asDeclared = { BROWSE_PROJECTS: ["1", "2"], ADD_COMMENTS: ["1", "2"] };

/** What is told, a line each; `more` is held beside what is declared. */
function judge(held: Record<string, readonly string[]>, global: string[] = [], change: Partial<ExpectedAccess> = {}) {
  const answer: HeldPermissions = {
    global: new Set(global),
    inProjects: new Map(Object.entries(held).map(([permission, ids]) => [permission, new Set(ids)])),
  };
  return judgeAccess({ ...bot, ...change }, answer, projects).map(
    ({ kind, permission, project = "site" }) => `${kind} ${permission} ${project}`,
  );
}

test("an account that may do what is declared and nothing else gives nothing to tell", () => {
  expect(judge({ ...asDeclared, DELETE_ISSUES: [] })).toEqual([]);
});

describe("a finding is", () => {
  test("whatever the account lacks in its own projects", () => {
    expect(judge({ BROWSE_PROJECTS: ["1", "2"], ADD_COMMENTS: ["1"] })).toEqual(["missing ADD_COMMENTS WEB"]);
    expect(judge({ BROWSE_PROJECTS: ["1", "2"] })).toEqual(["missing ADD_COMMENTS PAY", "missing ADD_COMMENTS WEB"]);
  });

  test("everything that it should do in a project that is gone", () => {
    expect(judge(asDeclared, [], { projects: ["PAY", "WEB", "OLD"] })).toEqual([
      "missing BROWSE_PROJECTS OLD",
      "missing ADD_COMMENTS OLD",
    ]);
  });

  test("whatever it has there beside what is declared", () => {
    expect(judge({ ...asDeclared, DELETE_ISSUES: ["1"] })).toEqual(["extra DELETE_ISSUES PAY"]);
  });

  test("the administration of Jira, whatever is made of other projects", () => {
    for (const elsewhere of ["report", "forbid", "ignore"] as const) {
      expect(judge(asDeclared, ["ADMINISTER", "SYSTEM_ADMIN"], { elsewhere })).toEqual([
        "extra ADMINISTER site",
        "extra SYSTEM_ADMIN site",
      ]);
    }
  });

  test("not what is tolerated, wherever it is held", () => {
    const tolerate = { DELETE_ISSUES: "for now", ADMINISTER: "until the migration is done" };
    const held = { ...asDeclared, DELETE_ISSUES: ["1", "3"] };
    expect(judge(held, ["ADMINISTER"], { tolerate, elsewhere: "forbid" })).toEqual([]);
  });
});

describe("what it may do elsewhere is", () => {
  const held = { ...asDeclared, BROWSE_PROJECTS: ["1", "2", "3"] };

  test("a note, where nothing else is said", () => {
    expect(judge(held, ["BULK_CHANGE"])).toEqual(["note BULK_CHANGE site", "note BROWSE_PROJECTS HR"]);
  });

  test("a finding, where it is forbidden", () => {
    const told = judge(held, ["BULK_CHANGE"], { elsewhere: "forbid" });
    expect(told).toEqual(["extra BULK_CHANGE site", "extra BROWSE_PROJECTS HR"]);
  });

  test("nothing, where it is ignored", () => {
    expect(judge(held, ["BULK_CHANGE"], { elsewhere: "ignore" })).toEqual([]);
  });
});
