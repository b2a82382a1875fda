import { describe, expect, test } from "vitest";
import { startSite } from "../emulator/site.js";
import { describeState } from "../helpers/describe-state.js";
import { everyAllowance as allow } from "../helpers/every-allowance.js";
import { startStack } from "../helpers/stack-engine.js";
import type { Declared } from "../helpers/stack-step.js";
import { lifecycles } from "../provider/lifecycles.js";

const owner = "acme/test";
const bystander: Declared = {
  kind: "ProjectRole",
  name: "bystander",
  inputs: { name: "Bystander", owner },
  dependsOn: [],
};
const refused = { method: "POST", path: "/role$", kind: "status", status: 400 };

/** Comes from one declaration to another, but is broken off between the writes and the deletions, and run again. */
async function moveOn(
  from: readonly Declared[],
  to: readonly Declared[],
  prepare?: (typeof lifecycles)[string]["prepare"],
) {
  const site = await startSite();
  await prepare?.(site);
  const stack = startStack(site);
  await stack.up(from);
  await site.control("POST /faults", [refused]);
  await expect(stack.up([...to, bystander])).rejects.toThrow("400");
  await stack.up([...to, bystander]);
  expect(await stack.preview([...to, bystander])).toEqual([]);
  return describeState(site);
}

test("the leftover of one holder's grants does not take away what the scheme's whole list holds since", async () => {
  const scheme = { kind: "PermissionScheme", name: "delivery", dependsOn: [] };
  const inputs = { name: "Delivery", owner };
  const holder: Declared = {
    ...{ kind: "HolderGrants", name: "reporters", dependsOn: ["PermissionScheme::delivery"] },
    inputs: { scheme: "Delivery", holder: "reporter", permissions: ["EDIT_ISSUES"] },
  };
  const whole = { ...scheme, inputs: { ...inputs, grants: { EDIT_ISSUES: ["reporter"] }, allow } };
  const { schemes } = await moveOn([{ ...scheme, inputs }, holder], [whole]);
  expect(schemes.Delivery?.grants).toEqual(["EDIT_ISSUES reporter"]);
});

describe("an object that is declared under another name of its resource since", () => {
  test.each(Object.entries(lifecycles))("is not deleted with the leftover: %s", async (_, lifecycle) => {
    const { kind, first, exact, prepare } = lifecycle;
    const named = (name: string): Declared => ({ kind, name, inputs: first, dependsOn: [] });
    expect(await moveOn([named("old")], [named("new")], prepare)).toMatchObject(exact.first);
  });
});
