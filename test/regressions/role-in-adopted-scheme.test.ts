import { expect, test } from "vitest";
import { startSite } from "../emulator/site.js";
import { describeState } from "../helpers/describe-state.js";
import { declareResource } from "../helpers/engine.js";

const owner = "acme/test";

test("a stack that granted its own role something in an adopted scheme can be taken back", async () => {
  const site = await startSite();
  await site.ask("admin", "POST /permissionscheme", { name: "Theirs" });
  const before = await describeState(site);
  const { grants = [] } = before.schemes.Theirs ?? {};

  const role = declareResource(site, "ProjectRole");
  await role.up({ name: "Integration: bot", description: "", owner });
  const scheme = declareResource(site, "PermissionScheme");
  const declared: Record<string, string[]> = { BROWSE_PROJECTS: ["projectRole:Integration: bot"] };
  for (const grant of grants) {
    const [permission = "", ...holder] = grant.split(" ");
    declared[permission] = [...(declared[permission] ?? []), holder.join(" ")];
  }
  await scheme.up({ name: "Theirs", description: "", owner, adopt: true, grants: declared });
  expect((await describeState(site)).schemes.Theirs?.grants).toContain("BROWSE_PROJECTS projectRole:Integration: bot");

  await scheme.destroy();
  await role.destroy();
  expect(await describeState(site)).toEqual(before);
});
