import { describe, expect, test } from "vitest";
import { startSite } from "../emulator/site.js";
import { describeState, takeWrites } from "../helpers/describe-state.js";
import { declareResource } from "../helpers/engine.js";
import { everyAllowance as allow } from "../helpers/every-allowance.js";
import { roleId, schemeId } from "./on-site.js";

const legacy = "Legacy open scheme";
const role = "projectRole:Administrators";
const owner = "acme/test";

const named: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ["PermissionScheme", { name: "Delivery", owner, grants: { EDIT_ISSUES: [role, "group:auditors"] } }],
  ["HolderGrants", { scheme: legacy, holder: role, permissions: ["EDIT_ISSUES"] }],
  ["ProjectPermissionScheme", { project: "PAY", scheme: legacy }],
  [
    "ProjectRoleActors",
    { project: "PAY", role: "Administrators", groups: ["auditors"], users: ["bob@acme.example"], allow },
  ],
];

describe.each(named)("%s", (kind, inputs) => {
  test("sees no drift when roles and schemes are renamed on the site", async () => {
    const site = await startSite();
    const resource = declareResource(site, kind);
    await resource.up(inputs);
    const declared = resource.kept()?.inputs;
    await site.ask("admin", `PUT /role/${await roleId(site, "Administrators")}`, { name: "Bosses", description: "" });
    await site.ask("admin", `PUT /permissionscheme/${await schemeId(site, legacy)}`, { name: "Old scheme" });
    expect(await resource.refresh()).toEqual(declared);
  });

  test("sees no drift when groups and accounts are called differently on the site", async () => {
    const site = await startSite();
    const resource = declareResource(site, kind);
    await resource.up(inputs);
    resource.rewrite((text) => text.replaceAll("auditors", "examiners").replaceAll("bob@", "robert@"));
    const declared = resource.kept()?.inputs;
    expect(await resource.refresh()).toEqual(declared);
  });
});

describe("a binding that is pointed elsewhere", () => {
  test("gives the new holder its grants before it takes away the old one's, and puts the old one's back", async () => {
    const site = await startSite();
    const before = await describeState(site);
    const resource = declareResource(site, "HolderGrants");
    await resource.up({ scheme: legacy, holder: "group:acme-staff", permissions: ["BROWSE_PROJECTS"] });
    await takeWrites(site);
    await resource.up({ scheme: legacy, holder: "group:auditors", permissions: ["BROWSE_PROJECTS"] });
    const methods = (await takeWrites(site)).map((request) => request.split(" ")[0]);
    expect(methods).toEqual(["POST", "POST", "POST", "POST", "DELETE"]);
    expect((await describeState(site)).schemes[legacy]?.grants).toEqual(
      [...(before.schemes[legacy]?.grants ?? []), "BROWSE_PROJECTS group:auditors"].sort(),
    );
    await resource.destroy();
    expect(await describeState(site)).toEqual(before);
  });

  test("puts people into the new role before it takes them out of the old one", async () => {
    const site = await startSite();
    await declareResource(site, "ProjectRole").up({ name: "Builders", owner });
    const before = await describeState(site);
    const resource = declareResource(site, "ProjectRoleActors");
    await resource.up({ project: "PAY", role: "Administrators", users: ["bob@acme.example"], allow });
    await takeWrites(site);
    await resource.up({ project: "PAY", role: "Builders", users: ["bob@acme.example"], allow });
    const [added, removed] = [await roleId(site, "Builders"), await roleId(site, "Administrators")];
    expect(await takeWrites(site)).toEqual([
      `PUT /rest/api/3/project/10000/role/${added}`,
      `PUT /rest/api/3/project/10000/role/${removed}`,
    ]);
    await resource.destroy();
    expect(await describeState(site)).toEqual(before);
  });

  test.each([
    ["ProjectPermissionScheme", { scheme: legacy }],
    ["ProjectRoleActors", { role: "Administrators", users: ["bob@acme.example"], allow }],
  ])("to another project is another object: %s", async (kind, inputs) => {
    const site = await startSite();
    const before = await describeState(site);
    const resource = declareResource(site, kind);
    await resource.up({ ...inputs, project: "PAY" });
    expect(await resource.up({ ...inputs, project: "WEB" })).toBe("replace");
    const { projects } = await describeState(site);
    expect(projects.PAY).toEqual(before.projects.PAY);
    expect(projects.WEB).not.toEqual(before.projects.WEB);
  });
});
