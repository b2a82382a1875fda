import { expect, it } from "vitest";
import { misspeltName } from "../../../src/stack/check/near-name.js";

it.each([
  ["Developer", "Developers"],
  ["Devlopers", "Developers"],
  ["Devolepers", "Developers"],
  ["developers", "Developers"],
  ["DEVS", "Devs"],
  ["Dev", "Devs"],
])("%s was meant to be %s", (text, name) => {
  expect(misspeltName(text, ["Reviewers", name])).toBe(name);
});

it.each([
  ["Developers", "Developers"],
  ["QA", "PM"],
  ["Team 1", "Team 2"],
  ["Administrators", "Developers"],
  ["Agents", "Clients"],
])("%s is a name of its own beside %s", (text, name) => {
  expect(misspeltName(text, [name])).toBeUndefined();
});
