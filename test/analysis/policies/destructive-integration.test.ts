import { expect, test } from "vitest";
import { destructiveIntegration } from "../../../src/analysis/policies/destructive-integration.js";
import { judge, refused } from "./judge.js";

const bot = { integrations: [{ key: "bot" }], seats: ["PAY/Bot/user:BOT@acme.example"] };

test("what destroys or takes over is refused, by whatever holder the integration is granted it", () => {
  const grants = [
    "Delivery/DELETE_ISSUES/projectRole:Bot",
    "Delivery/ADMINISTER_PROJECTS/group:programs",
    "Delivery/DELETE_ALL_COMMENTS/user:bot@acme.example",
    "Delivery/DELETE_OWN_COMMENTS/projectRole:Shared",
  ];
  const words = {
    ...bot,
    seats: [...bot.seats, "WEB/Shared/group:programs"],
    memberships: ["programs/bot@acme.example"],
    grants,
  };
  expect(refused(destructiveIntegration, words)).toEqual(grants.map((text) => `grant ${text.replaceAll("/", " / ")}`));
});

test("what writes or reads passes, and so does what others are granted", () => {
  const grants = [
    "Delivery/ADD_COMMENTS/projectRole:Bot",
    "Delivery/BROWSE_PROJECTS/projectRole:Bot",
    "Delivery/DELETE_ISSUES/projectRole:Administrators",
    "Delivery/DELETE_ISSUES/user:ann@acme.example",
    "Delivery/DELETE_ISSUES/group:Bot",
    "Delivery/app__wipe/projectRole:Bot",
  ];
  expect(refused(destructiveIntegration, { ...bot, grants })).toEqual([]);
});

test("the settings choose the tiers of risk", () => {
  const words = { ...bot, grants: ["D/DELETE_ISSUES/projectRole:Bot", "D/MODIFY_REPORTER/projectRole:Bot"] };
  expect(refused(destructiveIntegration, words, { tiers: ["impersonates"] })).toEqual([
    "grant D / MODIFY_REPORTER / projectRole:Bot",
  ]);
});

test("a violation says which integration may do what, and where that is declared", () => {
  expect(judge(destructiveIntegration, { ...bot, grants: ["D/DELETE_ISSUES/projectRole:Bot"] })).toEqual({
    violations: [
      {
        right: "grant D / DELETE_ISSUES / projectRole:Bot",
        source: "D/DELETE_ISSUES/projectRole:Bot",
        message: expect.stringMatching(/^bot is granted DELETE_ISSUES, which destroys: Delete issues for good/),
      },
    ],
  });
});

test("without an integration there is nothing to judge", () => {
  expect(judge(destructiveIntegration, { grants: ["D/DELETE_ISSUES/anyone"] })).toEqual({
    notApplicable: "no integration is declared",
  });
});
