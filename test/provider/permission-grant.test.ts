import { describe, expect, test } from "vitest";
import { permissionGrant } from "../../src/provider/permission-grant.js";
import { checked, type OpenSite, openSite } from "./open-site.js";

const scheme = "Legacy open scheme";

const create = (site: OpenSite, raw: Record<string, unknown>) =>
  permissionGrant.create(site.session(), checked(permissionGrant, { scheme, ...raw }));

async function grants(site: OpenSite): Promise<string[]> {
  const { body } = await site.ask("admin", "GET /permissionscheme?expand=permissions");
  const found = body.permissionSchemes.find(({ name }: { name: string }) => name === scheme);
  return found.permissions
    .map(({ permission, holder }: { permission: string; holder: { type: string; parameter?: string } }) =>
      [permission, holder.type, holder.parameter ?? ""].join(" ").trim(),
    )
    .sort();
}

describe("PermissionGrant", () => {
  test("adds one grant, finds it again and takes only it away", async () => {
    const site = await openSite();
    const before = await grants(site);
    const { id, outputs } = await create(site, { permission: "LINK_ISSUES", holder: { group: "auditors" } });
    expect(id).toMatch(/^permission-grant\/\d+\/LINK_ISSUES\/group\//);
    expect(await grants(site)).toEqual([...before, "LINK_ISSUES group auditors"].sort());
    expect(await site.writes()).toHaveLength(1);

    const read = await permissionGrant.read(site.session(), outputs);
    expect(read?.inputs).toEqual({ scheme, permission: "LINK_ISSUES", holder: "group:auditors" });
    await permissionGrant.update(site.session(), outputs, checked(permissionGrant, { ...outputs }));
    expect(await site.writes()).toEqual([]);

    await permissionGrant.delete(site.session(), outputs);
    expect(await grants(site)).toEqual(before);
    await permissionGrant.delete(site.session(), outputs);
    expect(await permissionGrant.read(site.session(), outputs)).toBeUndefined();
    expect(await site.writes()).toHaveLength(1);
  });

  test("leaves a grant that was there before", async () => {
    const site = await openSite();
    const before = await grants(site);
    const { outputs } = await create(site, { permission: "EDIT_ISSUES", holder: { group: "acme-staff" } });
    await permissionGrant.delete(site.session(), outputs);
    expect(await grants(site)).toEqual(before);
    expect(await site.writes()).toEqual([]);
  });

  test("moves to another permission, the new grant first", async () => {
    const site = await openSite();
    const { outputs } = await create(site, { permission: "LINK_ISSUES", holder: "reporter" });
    await site.writes();
    const session = site.session();
    const inputs = checked(permissionGrant, { scheme, permission: "CLOSE_ISSUES", holder: "reporter" });
    const moved = await permissionGrant.update(session, outputs, inputs);
    expect((await site.writes()).map((write) => write.split(" ")[0])).toEqual(["POST", "DELETE"]);
    expect(await grants(site)).toContain("CLOSE_ISSUES reporter");
    expect(await grants(site)).not.toContain("LINK_ISSUES reporter");
    await permissionGrant.delete(session, moved);
    expect(await grants(site)).toContain("CLOSE_ISSUES reporter");
    await permissionGrant.delete(site.session(), moved);
    expect(await grants(site)).not.toContain("CLOSE_ISSUES reporter");
  });

  test("looks after a lost answer instead of asking again", async () => {
    const site = await openSite();
    const lost = { method: "POST", path: "/permission$", kind: "drop", times: 1, when: "after" };
    await site.control("POST /faults", [lost]);
    const { outputs } = await create(site, { permission: "LINK_ISSUES", holder: "assignee" });
    expect(await site.writes()).toHaveLength(1);
    await permissionGrant.delete(site.session(), outputs);
    expect(await grants(site)).not.toContain("LINK_ISSUES assignee");
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
    const site = await openSite();
    const before = await grants(site);
    const { outputs } = await create(site, { permission: "WORK_ON_ISSUES", holder });
    expect(await grants(site)).toHaveLength(before.length + 1);
    const read = await permissionGrant.read(site.session(), outputs);
    expect(read?.inputs.holder).toBe(text);
    await permissionGrant.delete(site.session(), outputs);
    expect(await grants(site)).toEqual(before);
  });

  test.each([
    [{ permission: "ADD_COMMENTS", holder: "assignee:x" }, "takes no name"],
    [{ permission: "ADD_COMMENTS", holder: { group: "" } }, "must name something"],
    [{ permission: "", holder: "reporter" }, "must be a text"],
    [{ permission: "ADD_COMMENTS", holder: "nobody" }, "unknown holder type"],
  ])("refuses %j", (raw, reason) => {
    const { failures } = permissionGrant.check({ scheme, ...raw });
    expect(failures).toHaveLength(1);
    expect(failures[0]?.reason).toContain(reason);
  });
});
