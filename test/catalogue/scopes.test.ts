import { expect, test } from "vitest";
import { isOperationName, operationFacts } from "../../src/catalogue/operation-fact.js";
import { scopeKind, scopeListings } from "../../src/catalogue/scopes.js";

const facts = Object.values(operationFacts);

test("every scope that an operation names is known, and those of its classic list are classic", () => {
  const named = facts.flatMap(({ classic = [], granular = [] }) => [...classic, ...granular]);
  expect(named.filter((scope) => !(scope in scopeListings))).toEqual([]);
  const classic = facts.flatMap((fact) => fact.classic ?? []);
  expect(classic.filter((scope) => scopeKind(scope) !== "classic")).toEqual([]);
});

test("the catalogue has 621 operations and 195 scopes, six of them classic", () => {
  const scopes = Object.keys(scopeListings);
  expect(facts.length).toBe(621);
  expect(scopes.length).toBe(195);
  expect(scopes.filter((scope) => scopeKind(scope) === "classic")).toHaveLength(6);
});

test("an operation is known by its id alone", () => {
  expect(isOperationName("addComment")).toBe(true);
  expect(isOperationName("toString")).toBe(false);
});
