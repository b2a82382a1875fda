import { expect, test } from "vitest";
import { globalPermission } from "../../../src/analysis/policies/global-permission.js";
import { refused } from "./judge.js";

const integrations = [{ key: "bot", tolerate: { BULK_CHANGE: "it moves many issues", VIEW_AGGREGATED_DATA: "all" } }];

test("a tolerated global permission is refused, a tolerated project permission is not", () => {
  expect(refused(globalPermission, { integrations })).toEqual(["global BULK_CHANGE / bot@acme.example"]);
});

test("the settings allow single global permissions", () => {
  expect(refused(globalPermission, { integrations }, { allow: ["BULK_CHANGE"] })).toEqual([]);
});

test("an integration in a group that holds global permissions is refused; people may be in it", () => {
  const memberships = [
    "jira-administrators/bot@acme.example",
    "jira-administrators/ann@acme.example",
    "auditors/bot@acme.example",
  ];
  const words = { integrations: [{ key: "bot" }], memberships };
  expect(refused(globalPermission, words)).toEqual(["member jira-administrators / bot@acme.example"]);
  expect(refused(globalPermission, words, { groups: ["auditors"] })).toEqual(["member auditors / bot@acme.example"]);
});
