import { expect, test } from "vitest";
import { wideRole } from "../../../src/analysis/policies/wide-role.js";
import { judge, refused } from "./judge.js";

const bot = {
  integrations: [{ key: "bot" }],
  seats: ["PAY/Bot/user:bot@acme.example"],
  grants: ["D/BROWSE_PROJECTS/projectRole:Bot"],
};

test("a role of its own with exactly what it needs, where it works, passes", () => {
  const others = ["D/EDIT_ISSUES/projectRole:Developers", "D/EDIT_ISSUES/group:Bot"];
  expect(refused(wideRole, { ...bot, grants: [...bot.grants, ...others] })).toEqual([]);
});

test("a grant beyond what the integration needs is refused", () => {
  expect(refused(wideRole, { ...bot, grants: [...bot.grants, "D/EDIT_ISSUES/projectRole:Bot"] })).toEqual([
    "grant D / EDIT_ISSUES / projectRole:Bot",
  ]);
});

test("a seat where the integration does not work is refused, and so is one in projects to come", () => {
  const seats = [...bot.seats, "HR/Bot/user:bot@acme.example", "/Bot/user:bot@acme.example"];
  expect(refused(wideRole, { ...bot, seats })).toEqual([
    "seat HR / Bot / user:bot@acme.example",
    "seat new projects / Bot / user:bot@acme.example",
  ]);
});

test("another holder of the integration's role in the same project is refused", () => {
  const seats = [...bot.seats, "PAY/Bot/group:pay-devs", "WEB/Bot/group:web-devs", "PAY/Bots/user:ann@acme.example"];
  expect(judge(wideRole, { ...bot, seats })).toEqual({
    violations: [
      {
        right: "seat PAY / Bot / group:pay-devs",
        source: "PAY/Bot/group:pay-devs",
        message: 'the role "Bot" of bot is held by group:pay-devs too',
      },
    ],
  });
});
