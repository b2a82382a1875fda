import { expect, test } from "vitest";
import type { Session } from "../../../src/provider/handler.js";
import { foundBefore, isHolderOfStack, isRoleOfStack } from "../../../src/provider/lists/made-by-stack.js";

const roles = new Map([
  ["1", { id: "1", name: "Robots", description: "Programs [jira-access acme/main]" }],
  ["2", { id: "2", name: "Viewers", description: "Who only look" }],
]);
const session = {
  directory: { roles: { all: async () => roles } },
  ownGroups: new Set(["g1"]),
} as unknown as Session;

test("a role is a stack's where it carries a mark", async () => {
  expect(await Promise.all(["1", "2", "3"].map((id) => isRoleOfStack(session, id)))).toEqual([true, false, false]);
});

test("a holder is a stack's where it is such a role, or a group that this process knows as its stack's", async () => {
  const ask = (...holder: readonly ["projectRole" | "group" | "user" | "assignee", string?]) =>
    isHolderOfStack(session, holder[0], holder[1]);
  expect(await Promise.all([ask("projectRole", "1"), ask("group", "g1")])).toEqual([true, true]);
  expect(
    await Promise.all([
      ask("projectRole", "2"),
      ask("group", "g2"),
      ask("user", "g1"),
      ask("group", "1"),
      ask("assignee"),
    ]),
  ).toEqual([false, false, false, false, false]);
});

test("what is declared was there before, unless a stack made the role: then a run that was killed put it there", () => {
  const [now, declared] = [{ ann: true, bob: true }, { bob: true }] as const;
  expect(foundBefore(now, declared, false)).toEqual(now);
  expect(foundBefore(now, declared, true)).toEqual({ ann: true });
});
