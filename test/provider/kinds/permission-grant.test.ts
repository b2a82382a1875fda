import { describe, expect, test } from "vitest";
import { permissionGrant } from "../../../src/provider/kinds/permission-grant.js";
import { startSite, type TestSite } from "../../emulator/site.js";
import { describeState, takeWrites } from "../../helpers/describe-state.js";
import { declareResource } from "../../helpers/engine.js";

const scheme = "Legacy open scheme";
const grants = async (site: TestSite) => (await describeState(site)).schemes[scheme]?.grants;
const methods = async (site: TestSite) => (await takeWrites(site)).map((write) => write.split(" ")[0]);

async function begin() {
  const site = await startSite();
  return { site, before: await grants(site), grant: declareResource(site, "PermissionGrant") };
}

describe("PermissionGrant", () => {
  test("adds one grant, finds it unchanged and takes only it away", async () => {
    const { site, before, grant } = await begin();
    const inputs = { scheme, permission: "LINK_ISSUES", holder: { group: "auditors" } };
    expect(await grant.up(inputs)).toBe("create");
    expect(await grants(site)).toEqual([...(before ?? []), "LINK_ISSUES group:auditors"].sort());
    expect(await methods(site)).toEqual(["POST"]);
    expect(await grant.up(inputs)).toBe("same");
    await grant.updateToSame();
    expect(await methods(site)).toEqual([]);

    await grant.destroy();
    await grant.destroy();
    expect(await grants(site)).toEqual(before);
    expect(await methods(site)).toEqual(["DELETE"]);
    expect(await grant.refresh()).toBeUndefined();
  });

  test("leaves a grant that was there before", async () => {
    const { site, before, grant } = await begin();
    await grant.up({ scheme, permission: "EDIT_ISSUES", holder: { group: "acme-staff" } });
    await grant.destroy();
    expect(await methods(site)).toEqual([]);
    expect(await grants(site)).toEqual(before);
  });

  test("moves to another permission, the new grant first", async () => {
    const { site, grant } = await begin();
    await grant.up({ scheme, permission: "LINK_ISSUES", holder: "reporter" });
    await takeWrites(site);
    expect(await grant.up({ scheme, permission: "CLOSE_ISSUES", holder: "reporter" })).toBe("update");
    expect(await methods(site)).toEqual(["POST", "DELETE"]);
    expect(await grants(site)).toContain("CLOSE_ISSUES reporter");
    expect(await grants(site)).not.toContain("LINK_ISSUES reporter");
  });

  test("looks after a lost answer instead of asking again", async () => {
    const { site, before, grant } = await begin();
    const lost = { method: "POST", path: "/permission$", kind: "drop", times: 1, when: "after" };
    await site.control("POST /faults", [lost]);
    await grant.up({ scheme, permission: "LINK_ISSUES", holder: "assignee" });
    expect(await methods(site)).toEqual(["POST"]);
    await grant.destroy();
    expect(await grants(site)).toEqual(before);
  });

  test.each([
    ["anyone", "anyone"],
    ["applicationRole", "applicationRole"],
    [{ applicationRole: "jira-software" }, "applicationRole:jira-software"],
    ["assignee", "assignee"],
    [{ group: "auditors" }, "group:auditors"],
    [{ groupCustomField: "customfield_10011" }, "groupCustomField:customfield_10011"],
    ["projectLead", "projectLead"],
    [{ projectRole: "Administrators" }, "projectRole:Administrators"],
    ["reporter", "reporter"],
    ["sd.customer.portal.only", "sd.customer.portal.only"],
    [{ user: "eve@acme.example" }, "user:eve@acme.example"],
    [{ userCustomField: "customfield_10010" }, "userCustomField:customfield_10010"],
  ])("grants to %j and finds it again", async (holder, text) => {
    const { site, before, grant } = await begin();
    const inputs = { scheme, permission: "WORK_ON_ISSUES", holder };
    await grant.up(inputs);
    expect(await grants(site)).toContain(`WORK_ON_ISSUES ${text}`);
    expect(await grant.refresh()).toEqual({ ...inputs, holder: text });
    await grant.destroy();
    expect(await grants(site)).toEqual(before);
  });

  test.each([
    [{ permission: "ADD_COMMENTS", holder: "assignee:x" }, "takes no name"],
    [{ permission: "ADD_COMMENTS", holder: { group: "" } }, "must name something"],
    [{ permission: "", holder: "reporter" }, "must be a text"],
    [{ permission: "ADD_COMMENTS", holder: "nobody" }, "unknown holder type"],
  ])("refuses %j", (raw, reason) => {
    const { failures } = permissionGrant.check({ scheme, ...raw });
    expect(failures).toEqual([{ property: expect.any(String), reason: expect.stringContaining(reason) }]);
  });
});
