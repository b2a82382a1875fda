import { describe, expect, test } from "vitest";
import { startSite, type TestSite } from "../../emulator/site.js";
import { describeState, takeWrites } from "../../helpers/describe-state.js";
import { declareResource } from "../../helpers/engine.js";
import { groupId, schemeId } from "../on-site.js";

const addMember = async (site: TestSite, name: string) => {
  const { body } = await site.ask("eve", "GET /myself");
  await site.ask("admin", `POST /group/user?groupname=${name}`, { accountId: body.accountId });
};
const grantTo = async (site: TestSite, name: string) => {
  const grants = `/permissionscheme/${await schemeId(site, "Legacy open scheme")}/permission`;
  await site.ask("admin", `POST ${grants}`, {
    permission: "LINK_ISSUES",
    holder: { type: "group", parameter: name },
  });
};
const rename = async (site: TestSite, name: string, to: string) =>
  site.control("POST /rename-group", { groupId: await groupId(site, name), name: to });

describe("Group", () => {
  test("is created, found unchanged and deleted", async () => {
    const site = await startSite();
    const before = await describeState(site);
    const group = declareResource(site, "Group");
    expect(await group.up({ name: "reviewers" })).toBe("create");
    expect((await describeState(site)).groups).toMatchObject({ reviewers: [] });
    await takeWrites(site);
    expect(await group.up({ name: "reviewers" })).toBe("same");
    await group.updateToSame();
    expect(await takeWrites(site)).toEqual([]);

    await group.destroy();
    await group.destroy();
    expect(await describeState(site)).toEqual(before);
    expect(await takeWrites(site)).toEqual(["DELETE /rest/api/3/group"]);
    expect(await group.refresh()).toBeUndefined();
  });

  test("is made anew under another name, the new one first", async () => {
    const site = await startSite();
    const group = declareResource(site, "Group");
    await group.up({ name: "reviewers" });
    await takeWrites(site);
    expect(await group.up({ name: "readers" })).toBe("replace");
    expect(await takeWrites(site)).toEqual(["POST /rest/api/3/group", "DELETE /rest/api/3/group"]);
    const { groups } = await describeState(site);
    expect(groups).toHaveProperty("readers");
    expect(groups).not.toHaveProperty("reviewers");
  });

  test("renamed on the site is still the same, under its declared name and under the new one", async () => {
    const site = await startSite();
    const group = declareResource(site, "Group");
    await group.up({ name: "reviewers" });
    await rename(site, "reviewers", "readers");
    await takeWrites(site);
    expect(await group.refresh()).toEqual({ name: "reviewers" });
    expect(group.kept()?.outputs).toMatchObject({ siteName: "readers" });
    expect(await group.up({ name: "reviewers" })).toBe("same");
    expect(await group.up({ name: "readers" })).toBe("update");
    expect(await takeWrites(site)).toEqual([]);
    await group.destroy();
    expect((await describeState(site)).groups).not.toHaveProperty("readers");
  });

  test.each([
    ["has a member", addMember, "has 1 member;"],
    ["holds grants", grantTo, 'holds grants in "Legacy open scheme";'],
  ])("that %s is taken only with adopt, and then left on the site", async (_, use, why) => {
    const site = await startSite();
    await site.ask("admin", "POST /group", { name: "reviewers" });
    await use(site, "reviewers");
    const before = await describeState(site);
    await takeWrites(site);
    const refused = declareResource(site, "Group").up({ name: "reviewers" });
    await expect(refused).rejects.toThrow(`the group "reviewers" is already on the site and ${why}`);

    const group = declareResource(site, "Group");
    expect(await group.up({ name: "reviewers", adopt: true })).toBe("create");
    await group.destroy();
    expect(await takeWrites(site)).toEqual([]);
    expect(await describeState(site)).toEqual(before);
  });

  test("adopted is deleted where that is asked for", async () => {
    const site = await startSite();
    const group = declareResource(site, "Group");
    await group.up({ name: "web-devs", adopt: true, deleteAdopted: true });
    await group.destroy();
    expect((await describeState(site)).groups).not.toHaveProperty("web-devs");
  });

  test("that a run left behind is taken as its own", async () => {
    const site = await startSite();
    const before = await describeState(site);
    await declareResource(site, "Group").up({ name: "reviewers" });
    const group = declareResource(site, "Group");
    expect(await group.up({ name: "reviewers" })).toBe("create");
    await group.destroy();
    expect(await describeState(site)).toEqual(before);
  });

  test("whose answer was lost is looked for, not created again", async () => {
    const site = await startSite();
    const lost = { method: "POST", path: "/group$", kind: "drop", times: 1, when: "after" };
    await site.control("POST /faults", [lost]);
    await declareResource(site, "Group").up({ name: "reviewers" });
    expect(await takeWrites(site)).toEqual(["POST /rest/api/3/group"]);
  });

  test("is not deleted while a scheme grants it anything", async () => {
    const site = await startSite();
    const group = declareResource(site, "Group");
    await group.up({ name: "reviewers" });
    await grantTo(site, "reviewers");
    await expect(group.destroy()).rejects.toThrow('the group "reviewers" still holds grants in "Legacy open scheme"');
    expect((await describeState(site)).groups).toHaveProperty("reviewers");
  });
});
