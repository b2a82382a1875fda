import { describe, expect, test } from "vitest";
import { projectRoleActor } from "../../src/provider/project-role-actor.js";
import { checked, type OpenSite, openSite } from "./open-site.js";

const place = { project: "PAY", role: "Administrators" };

const create = (site: OpenSite, raw: Record<string, unknown>) =>
  projectRoleActor.create(site.session(), checked(projectRoleActor, { ...place, ...raw }));

async function actors(site: OpenSite, project = "PAY"): Promise<string[]> {
  const { body } = await site.ask("admin", `GET /project/${project}/role/10002`);
  return body.actors.map(({ displayName }: { displayName: string }) => displayName);
}

describe("ProjectRoleActor", () => {
  test.each([{ user: "eve@acme.example" }, { group: "auditors" }])("adds %j and takes only it away", async (who) => {
    const site = await openSite();
    const before = await actors(site);
    const { outputs } = await create(site, who);
    expect(await actors(site)).toHaveLength(before.length + 1);
    const read = await projectRoleActor.read(site.session(), outputs);
    expect(read?.inputs).toEqual({ ...place, ...who });

    await site.writes();
    await projectRoleActor.update(site.session(), outputs, checked(projectRoleActor, { ...outputs }));
    expect(await site.writes()).toEqual([]);

    await projectRoleActor.delete(site.session(), outputs);
    await projectRoleActor.delete(site.session(), outputs);
    expect(await actors(site)).toEqual(before);
    expect(await projectRoleActor.read(site.session(), outputs)).toBeUndefined();
  });

  test("leaves who held the role before", async () => {
    const site = await openSite();
    const before = await actors(site);
    const { outputs } = await create(site, { user: "ann@acme.example" });
    await projectRoleActor.delete(site.session(), outputs);
    expect(await actors(site)).toEqual(before);
    expect(await site.writes()).toEqual([]);
  });

  test("keeps the actor when only the way to name the account changes", async () => {
    const site = await openSite();
    const { outputs } = await create(site, { user: "eve@acme.example" });
    await site.writes();
    const { body } = await site.ask("eve", "GET /myself");
    const inputs = checked(projectRoleActor, { ...place, user: body.accountId });
    const now = await projectRoleActor.update(site.session(), outputs, inputs);
    expect(await site.writes()).toEqual([]);
    expect(now.existed).toBe(false);
  });

  test("moves to another project, the new actor first", async () => {
    const site = await openSite();
    const { outputs } = await create(site, { group: "auditors" });
    await site.writes();
    const inputs = checked(projectRoleActor, { ...place, project: "WEB", group: "auditors" });
    await projectRoleActor.update(site.session(), outputs, inputs);
    expect((await site.writes()).map((write) => write.split(" ")[0])).toEqual(["POST", "DELETE"]);
    expect(await actors(site)).not.toContain("auditors");
    expect(await actors(site, "WEB")).toContain("auditors");
  });

  test("takes an actor that somebody else added meanwhile for done, and leaves it", async () => {
    const site = await openSite();
    const taken = { method: "POST", path: "/role/", kind: "status", status: 400, times: 1, when: "after" };
    await site.control("POST /faults", [taken]);
    const { outputs } = await create(site, { group: "auditors" });
    await projectRoleActor.delete(site.session(), outputs);
    expect(await actors(site)).toContain("auditors");
  });

  test.each([{}, { user: "a@b.c", group: "g" }])("refuses %j", (who) => {
    const { failures } = projectRoleActor.check({ ...place, ...who });
    expect(failures).toEqual([{ property: "user", reason: "exactly one of user and group must be given" }]);
  });

  test("refuses a team-managed project", async () => {
    const site = await openSite();
    const wanted = create(site, { project: "IDEA", group: "auditors" });
    await expect(wanted).rejects.toMatchObject({ kind: "refused" });
    expect(await site.writes()).toEqual([]);
  });
});
