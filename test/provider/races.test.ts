import { describe, expect, test } from "vitest";
import { startSite, type TestSite } from "../emulator/site.js";
import { describeState } from "../helpers/describe-state.js";
import { declareResource, startProcess, stub } from "../helpers/engine.js";
import { everyAllowance as allow } from "../helpers/every-allowance.js";
import { roleId, schemeId } from "./on-site.js";

const legacy = "Legacy open scheme";
const owner = "acme/test";

/** The providers of a process that has read the site's schemes and roles, and will not see what comes after. */
async function processThatHasRead(site: TestSite) {
  const open = await startProcess(site);
  await (await open("PermissionScheme")).read("0", { schemeId: "0" });
  await (await open("ProjectRole")).read("10002", { roleId: "10002" });
  return open;
}

describe("what somebody else did since the site was read", () => {
  test("is no failure where it is what the stack wants: a grant", async () => {
    const site = await startSite();
    const open = await processThatHasRead(site);
    const id = await schemeId(site, legacy);
    const granted = { permission: "EDIT_ISSUES", holder: { type: "assignee" } };
    await site.ask("admin", `POST /permissionscheme/${id}/permission`, granted);
    const permissions = { EDIT_ISSUES: true, LINK_ISSUES: true };
    await (await open("HolderGrants")).create({ scheme: legacy, holder: "assignee", permissions, __provider: stub });
    expect((await describeState(site)).schemes[legacy]?.grants.filter((grant) => grant.endsWith("assignee"))).toEqual([
      "EDIT_ISSUES assignee",
      "LINK_ISSUES assignee",
    ]);
  });

  test("is no failure where another run of the same stack made the role", async () => {
    const site = await startSite();
    const open = await processThatHasRead(site);
    await site.ask("admin", "POST /role", { name: "Developers", description: "[jira-access acme/test]" });
    const { id } = await (await open("ProjectRole")).create({ name: "Developers", description: "", owner });
    expect(id).toBe(await roleId(site, "Developers"));
  });

  test("is left alone where somebody else made the role or the scheme", async () => {
    const site = await startSite();
    const open = await processThatHasRead(site);
    await site.ask("admin", "POST /role", { name: "Developers", description: "Mine" });
    await site.ask("admin", "POST /permissionscheme", { name: "Delivery", description: "Mine" });
    const role = (await open("ProjectRole")).create({ name: "Developers", description: "", owner });
    await expect(role).rejects.toThrow("409: name: There is already a project role with the name 'Developers'");
    const scheme = (await open("PermissionScheme")).create({ name: "Delivery", description: "", owner });
    await expect(scheme).rejects.toThrow("400: name: There is already a permission scheme with the name 'Delivery'");
    const now = await describeState(site);
    expect([now.roles.Developers, now.schemes.Delivery?.description]).toEqual(["Mine", "Mine"]);
  });

  test("is no failure where it is gone already: a scheme, a role, a grant", async () => {
    const site = await startSite();
    const before = await describeState(site);
    const resources = {
      PermissionScheme: { name: "Delivery", owner },
      ProjectRole: { name: "Developers", owner },
      HolderGrants: { scheme: legacy, holder: "assignee", permissions: ["EDIT_ISSUES"] },
    };
    for (const [kind, inputs] of Object.entries(resources)) {
      const resource = declareResource(site, kind);
      await resource.up(inputs);
      const open = await processThatHasRead(site);
      await resource.destroy();
      const { id = "", outputs = {} } = resource.kept() ?? {};
      await (await open(kind)).delete(id, outputs);
    }
    expect(await describeState(site)).toEqual(before);
  });

  test("asks to refresh where an object is gone that is to be changed", async () => {
    const site = await startSite();
    for (const [kind, path] of [
      ["PermissionScheme", "/permissionscheme"],
      ["ProjectRole", "/role"],
    ] as const) {
      const resource = declareResource(site, kind);
      await resource.up({ name: "Delivery", owner });
      const { id = "" } = resource.kept() ?? {};
      await site.ask("admin", `DELETE ${path}/${id}`);
      await expect(resource.updateToSame()).rejects.toThrow(/^the (permission scheme|project role) Delivery is gone; /);
    }
  });
});

test("writes of one process are seen by its other resources, without reading again", async () => {
  const site = await startSite();
  const open = await startProcess(site);
  await (await open("ProjectRole")).create({ name: "Developers", description: "", owner });
  const grants = { EDIT_ISSUES: { "projectRole:Developers": true } };
  await (await open("PermissionScheme")).create({ name: "Delivery", description: "", owner, grants });
  await (await open("ProjectPermissionScheme")).create({ project: "PAY", scheme: "Delivery", allow });
  const holder = "projectRole:Developers";
  const more = { scheme: legacy, holder, permissions: { ADD_COMMENTS: true } };
  await (await open("HolderGrants")).create(more);
  const { body } = await site.control("GET /requests");
  const reads = body.filter(({ method }: { method: string }) => method === "GET");
  expect(reads.map(({ path }: { path: string }) => path).sort()).toEqual([
    "/rest/api/3/permissionscheme",
    "/rest/api/3/project/10000/permissionscheme",
    "/rest/api/3/project/search",
    "/rest/api/3/role",
  ]);
});
