import { expect, test } from "vitest";
import { startSite } from "../emulator/site.js";
import { describeState } from "../helpers/describe-state.js";
import { declareResource } from "../helpers/engine.js";

const legacy = "Legacy open scheme";

test("a project that had the declared scheme already gets it back after another was declared", async () => {
  const site = await startSite();
  const resource = declareResource(site, "ProjectPermissionScheme");
  const before = await describeState(site);
  const used = before.projects.PAY?.scheme;
  await resource.up({ project: "PAY", scheme: used });
  expect(await resource.up({ project: "PAY", scheme: legacy })).toBe("update");
  await resource.destroy();
  expect(await describeState(site)).toEqual(before);
});
