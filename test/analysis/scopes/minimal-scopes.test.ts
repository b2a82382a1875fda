import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minimalScopes } from "../../../src/analysis/scopes/minimal-scopes.js";
import { furtherAccess } from "../../../src/analysis/scopes/opened-operations.js";
import { type OperationName, operationFacts } from "../../../src/catalogue/operation-fact.js";

const names = Object.keys(operationFacts) as OperationName[];

/** Written apart from what is tested: the classic list, or the granular one, must be there in full. */
function opens(scopes: readonly string[], name: OperationName): boolean {
  const { classic, granular } = operationFacts[name];
  const has = (list: readonly string[] | undefined) => list !== undefined && !list.some((one) => !scopes.includes(one));
  return has(classic) || has(granular);
}

function expectSufficientAndSmallest(operations: readonly OperationName[]): void {
  const { recommended, granular, closed } = minimalScopes(operations);
  const open = operations.filter((name) => !closed.includes(name));
  for (const scopes of [recommended, granular]) {
    expect(open.filter((name) => !opens(scopes, name))).toEqual([]);
    for (const scope of scopes) {
      const others = scopes.filter((other) => other !== scope);
      expect(
        open.some((name) => !opens(others, name)),
        `${scope} for ${operations}`,
      ).toBe(true);
    }
  }
}

test.each(names)("%s: every set is sufficient, and no scope can be taken from it", (name) => {
  expectSufficientAndSmallest([name]);
  const { closed } = minimalScopes([name]);
  const { classic, granular } = operationFacts[name];
  expect(closed).toEqual(classic || granular ? [] : [name]);
});

test("the same holds for any operations together", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 30 }),
      expectSufficientAndSmallest,
    ),
  );
});

describe("for reading and commenting", () => {
  const operations: OperationName[] = ["getIssue", "addComment"];
  const scopes = minimalScopes(operations);

  test("two classic scopes are recommended", () => {
    expect(scopes.recommended).toEqual(["read:jira-work", "write:jira-work"]);
  });

  test("Connect's WRITE holds READ", () => {
    expect(scopes.connect).toEqual(["WRITE"]);
  });

  test("the classic scope for writing opens the deletion of issues, the granular ones do not", () => {
    const opened = (set: readonly string[]) => furtherAccess(set, operations).flatMap((one) => one.operations);
    expect(opened(scopes.recommended)).toContain("deleteIssue");
    expect(opened(scopes.granular)).not.toContain("deleteIssue");
  });
});

test("where only one kind of scope opens an operation, both sets have it", () => {
  expect(minimalScopes(["createPlan"])).toMatchObject({
    recommended: ["write:jira-work"],
    granular: ["write:jira-work"],
  });
  expect(minimalScopes(["redact"])).toMatchObject({
    recommended: ["redact:issue:jira"],
    granular: ["redact:issue:jira"],
  });
});

test("a scope that another operation needs anyway spares the granular ones", () => {
  expect(minimalScopes(["createPlan", "addComment"]).granular).toEqual(["write:jira-work"]);
});

test("what no scope opens is said", () => {
  expect(minimalScopes(["setLocale", "getServerInfo"])).toMatchObject({ recommended: [], closed: ["setLocale"] });
});

test("the order in which operations are named does not matter", () => {
  expect(minimalScopes(["addComment", "getIssue"])).toEqual(minimalScopes(["getIssue", "addComment", "getIssue"]));
});
