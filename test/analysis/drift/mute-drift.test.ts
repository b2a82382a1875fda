import { expect, test } from "vitest";
import { muteDrift } from "../../../src/analysis/drift/mute-drift.js";
import type { Drift } from "../../../src/model/drift.js";

const today = "2026-11-27";
const drift = (entry: string, gains: boolean): Drift => ({
  category: "changed-outside",
  resource: { kind: "PermissionScheme", name: "delivery" },
  change: { path: entry.split("."), from: true },
  gains,
});
const ignore = (more: object) => ({
  ...{ resource: "PermissionScheme delivery", owner: "platform team", reason: "being moved", until: today, ...more },
});
const toldOf = (drifts: readonly Drift[], ignores: readonly ReturnType<typeof ignore>[]) =>
  muteDrift(drifts, ignores, today).told.length;

test("a loss is muted by its resource, up to and with the last day", () => {
  const loss = [drift("grants.LINK_ISSUES.reporter", false)];
  expect(toldOf(loss, [ignore({})])).toBe(0);
  expect(toldOf(loss, [ignore({ resource: "*" })])).toBe(0);
  expect(toldOf(loss, [ignore({ resource: "ProjectRole *" })])).toBe(1);
  expect(toldOf(loss, [ignore({ until: "2026-11-26" })])).toBe(1);
});

test("an entry can be named, and only that is muted", () => {
  const losses = [drift("grants.LINK_ISSUES.reporter", false), drift("grants.EDIT_ISSUES.reporter", false)];
  const { told, muted } = muteDrift(losses, [ignore({ entry: "grants.LINK_ISSUES.*" })], today);
  expect(told).toEqual([losses[1]]);
  expect(muted.map(({ drift: one }) => one)).toEqual([losses[0]]);
});

test("a gain is never muted", () => {
  expect(toldOf([drift("grants.LINK_ISSUES.reporter", true)], [ignore({ resource: "*" })])).toBe(1);
});

test("one whose day has passed is told of", () => {
  expect(muteDrift([], [ignore({ until: "2026-01-01" }), ignore({})], today).expired).toHaveLength(1);
});
