import { describe, expect, test } from "vitest";
import { projectRoleActor } from "../../../src/provider/kinds/project-role-actor.js";
import { accountId, startSite, type TestSite } from "../../emulator/site.js";
import { describeState, takeWrites } from "../../helpers/describe-state.js";
import { declareResource } from "../../helpers/engine.js";

const place = { project: "PAY", role: "Administrators" };
const actors = async (site: TestSite, project = "PAY") => (await describeState(site)).projects[project]?.actors;
const methods = async (site: TestSite) => (await takeWrites(site)).map((write) => write.split(" ")[0]);

async function begin() {
  const site = await startSite();
  return { site, before: await actors(site), actor: declareResource(site, "ProjectRoleActor") };
}

describe("ProjectRoleActor", () => {
  test.each([
    [{ user: "eve@acme.example" }, "Administrators: eve@acme.example"],
    [{ group: "auditors" }, "Administrators: auditors"],
  ])("adds %j, finds it unchanged and takes only it away", async (who, text) => {
    const { site, before, actor } = await begin();
    const inputs = { ...place, ...who };
    expect(await actor.up(inputs)).toBe("create");
    expect(await actors(site)).toEqual([...(before ?? []), text].sort());
    expect(await methods(site)).toEqual(["POST"]);
    expect(await actor.up(inputs)).toBe("same");
    await actor.updateToSame();
    expect(await methods(site)).toEqual([]);

    await actor.destroy();
    await actor.destroy();
    expect(await actors(site)).toEqual(before);
    expect(await actor.refresh()).toBeUndefined();
  });

  test("leaves who held the role before", async () => {
    const { site, before, actor } = await begin();
    await actor.up({ ...place, user: "ann@acme.example" });
    await actor.destroy();
    expect(await methods(site)).toEqual([]);
    expect(await actors(site)).toEqual(before);
  });

  test("stays when only the way to name the account changes", async () => {
    const { site, before, actor } = await begin();
    await actor.up({ ...place, user: "eve@acme.example" });
    await takeWrites(site);
    expect(await actor.up({ ...place, user: await accountId(site, "eve") })).toBe("update");
    expect(await methods(site)).toEqual([]);
    await actor.destroy();
    expect(await actors(site)).toEqual(before);
  });

  test("moves to another project, the new actor first", async () => {
    const { site, before, actor } = await begin();
    await actor.up({ ...place, group: "auditors" });
    await takeWrites(site);
    expect(await actor.up({ ...place, project: "WEB", group: "auditors" })).toBe("update");
    expect(await methods(site)).toEqual(["POST", "DELETE"]);
    expect(await actors(site)).toEqual(before);
    expect(await actors(site, "WEB")).toContain("Administrators: auditors");
  });

  test("takes an actor that somebody else added meanwhile for done, and leaves it", async () => {
    const { site, actor } = await begin();
    const taken = { method: "POST", path: "/role/", kind: "status", status: 400, times: 1, when: "after" };
    await site.control("POST /faults", [taken]);
    await actor.up({ ...place, group: "auditors" });
    await actor.destroy();
    expect(await actors(site)).toContain("Administrators: auditors");
  });

  test("refuses a team-managed project", async () => {
    const { site, actor } = await begin();
    await expect(actor.up({ ...place, project: "IDEA", group: "auditors" })).rejects.toThrow("IDEA is team-managed");
    expect(await methods(site)).toEqual([]);
  });

  test.each([{}, { user: "a@b.c", group: "g" }])("refuses %j", (who) => {
    const { failures } = projectRoleActor.check({ ...place, ...who });
    expect(failures).toEqual([{ property: "user", reason: "exactly one of user and group must be given" }]);
  });
});
