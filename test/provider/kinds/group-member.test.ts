import { describe, expect, test } from "vitest";
import { accountId, startSite } from "../../emulator/site.js";
import { describeState, takeRequests, takeWrites } from "../../helpers/describe-state.js";
import { declareResource, startProcess, stub } from "../../helpers/engine.js";

const eve = { group: "pay-devs", user: "eve@acme.example" };

describe("GroupMember", () => {
  test("adds one account and takes only that away", async () => {
    const site = await startSite();
    const before = await describeState(site);
    const member = declareResource(site, "GroupMember");
    expect(await member.up(eve)).toBe("create");
    expect((await describeState(site)).groups["pay-devs"]).toContain("eve@acme.example");
    await takeWrites(site);
    expect(await member.up(eve)).toBe("same");
    await member.updateToSame();
    expect(await takeWrites(site)).toEqual([]);
    await member.destroy();
    await member.destroy();
    expect(await describeState(site)).toEqual(before);
    expect(await member.refresh()).toBeUndefined();
  });

  test("leaves who was in the group before", async () => {
    const site = await startSite();
    const member = declareResource(site, "GroupMember");
    await member.up({ ...eve, user: "ann@acme.example" });
    await member.destroy();
    expect(await takeWrites(site)).toEqual([]);
  });

  test("is added again when somebody takes it away", async () => {
    const site = await startSite();
    const member = declareResource(site, "GroupMember");
    await member.up(eve);
    await site.ask("admin", `DELETE /group/user?groupname=pay-devs&accountId=${await accountId(site, "eve")}`);
    expect(await member.up(eve)).toBe("create");
    expect((await describeState(site)).groups["pay-devs"]).toContain("eve@acme.example");
  });

  test("moves to another group, the new one first", async () => {
    const site = await startSite();
    const member = declareResource(site, "GroupMember");
    await member.up(eve);
    await takeWrites(site);
    expect(await member.up({ ...eve, group: "web-devs" })).toBe("update");
    expect(await takeWrites(site)).toEqual(["POST /rest/api/3/group/user", "DELETE /rest/api/3/group/user"]);
    const { groups } = await describeState(site);
    expect(groups["web-devs"]).toContain("eve@acme.example");
    expect(groups["pay-devs"]).not.toContain("eve@acme.example");
  });

  test("takes a member that is there, or gone, meanwhile for done", async () => {
    const site = await startSite();
    const fault = { path: "/group/user", kind: "drop", times: 1, when: "after" };
    await site.control("POST /faults", [{ ...fault, method: "POST" }]);
    const member = declareResource(site, "GroupMember");
    await member.up(eve);
    await site.control("POST /faults", [{ ...fault, method: "DELETE", kind: "status", status: 400 }]);
    await member.destroy();
    expect((await describeState(site)).groups["pay-devs"]).not.toContain("eve@acme.example");
  });

  test("reads a group once for all its members", async () => {
    const site = await startSite();
    const groupMember = await (await startProcess(site))("GroupMember");
    await takeRequests(site);
    const users = ["eve", "farid", "grace", "hugo"].map((who) => `${who}@acme.example`);
    await Promise.all(users.map((user) => groupMember.create({ group: "pay-devs", user, __provider: stub })));
    const requests = await takeRequests(site);
    expect(requests.filter((request) => request === "GET /rest/api/3/group/member")).toHaveLength(1);
    expect(requests.filter((request) => request === "GET /rest/api/3/group/bulk")).toHaveLength(2);
    expect(requests.filter((request) => request.startsWith("POST"))).toHaveLength(4);
  });
});
