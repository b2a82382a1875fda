import { describe, expect, test } from "vitest";
import type { Session } from "../../../src/provider/handler.js";
import { claimGrants, type GrantMode, holderKey, isWholeListClaimed } from "../../../src/provider/lists/grant-mode.js";

const scheme = { id: "1", name: "Web scheme", description: "", grants: [] };
const whole: GrantMode = { type: "whole" };
const robots: GrantMode = { type: "holder", holder: "projectRole/10" };
const oneOfRobots: GrantMode = { type: "grant", holder: "projectRole/10" };
const oneOfOthers: GrantMode = { type: "grant", holder: "group/7" };

function claim(...modes: readonly GrantMode[]): Session {
  const session = { asserted: new Set<string>() } as unknown as Session;
  for (const mode of modes) claimGrants(session, scheme, mode);
  return session;
}

describe("claimGrants", () => {
  test.each([
    ["a whole list and one holder", whole, robots],
    ["one holder and a whole list", robots, whole],
    ["a single grant and a whole list", oneOfOthers, whole],
    ["one holder and a single grant of that holder", robots, oneOfRobots],
  ])("refuses %s on the same scheme, by name", (_, first, second) => {
    expect(() => claim(first, second)).toThrow(
      /"Web scheme" are held by a \w+.* and a \w+.*, which would undo each other/,
    );
  });

  test("calls it refused, so that nobody tries again", () => {
    expect(() => claim(whole, robots)).toThrow(expect.objectContaining({ kind: "refused" }));
  });

  test("lets different holders be held in different ways", () => {
    expect(() => claim(robots, oneOfOthers, oneOfOthers)).not.toThrow();
  });

  test("keeps the schemes apart", () => {
    const session = claim(whole);
    expect(() => claimGrants(session, { ...scheme, id: "11" }, robots)).not.toThrow();
    expect(isWholeListClaimed(session, "1")).toBe(true);
    expect(isWholeListClaimed(session, "11")).toBe(false);
  });
});

test("a holder is told from others by its type and id, where it has one", () => {
  expect([holderKey("group", "7"), holderKey("assignee", undefined)]).toEqual(["group/7", "assignee/"]);
});
