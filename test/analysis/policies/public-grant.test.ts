import { expect, test } from "vitest";
import { publicGrant } from "../../../src/analysis/policies/public-grant.js";
import { refused } from "./judge.js";

test("grants to anyone and to everybody who can log in are refused", () => {
  expect(refused(publicGrant, { grants: ["D/BROWSE_PROJECTS/anyone", "D/ADD_COMMENTS/applicationRole"] })).toEqual([
    "grant D / BROWSE_PROJECTS / anyone",
    "grant D / ADD_COMMENTS / applicationRole",
  ]);
});

test("grants to the users of one product, to roles and to groups pass", () => {
  const grants = ["applicationRole:jira-software", "projectRole:anyone", "group:everyone", "reporter"].map(
    (holder) => `D/BROWSE_PROJECTS/${holder}`,
  );
  expect(refused(publicGrant, { grants })).toEqual([]);
});
