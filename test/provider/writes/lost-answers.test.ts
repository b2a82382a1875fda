import { describe, expect, test } from "vitest";
import type { Fault } from "../../../src/emulator/faults.js";
import { startSite, type TestSite } from "../../emulator/site.js";
import { describeState, takeWrites } from "../../helpers/describe-state.js";
import { declareResource, stub } from "../../helpers/engine.js";
import { everyAllowance as allow } from "../../helpers/every-allowance.js";

const owner = "acme/test";
const legacy = "Legacy open scheme";
const holderGrants = { scheme: legacy, holder: "group:auditors", permissions: ["BROWSE_PROJECTS", "EDIT_ISSUES"] };
const actors = { project: "PAY", role: "Administrators", users: ["bob@acme.example"], allow };
const scheme = { name: "Delivery", owner, grants: { BROWSE_PROJECTS: ["group:auditors"] } };
const role = { name: "Developers", description: "They build", owner };
const association = { project: "PAY", scheme: legacy };

const lost: readonly Partial<Fault>[] = [
  { kind: "drop", when: "after" },
  { kind: "truncate" },
  { kind: "status", status: 500, when: "after" },
];

async function begin(kind: string, ...faults: readonly Partial<Fault>[]) {
  const site = await startSite();
  await site.control("POST /faults", faults);
  return { site, resource: declareResource(site, kind) };
}

const grantsIn = async (site: TestSite, name: string) => (await describeState(site)).schemes[name]?.grants ?? [];

describe.each(lost)("an answer lost by $kind $status", (fault) => {
  test("of a role's creation leaves one role, made in one request", async () => {
    const { site, resource } = await begin("ProjectRole", { ...fault, method: "POST", path: "/role$" });
    expect(await resource.up(role)).toBe("create");
    expect(await takeWrites(site)).toEqual(["POST /rest/api/3/role"]);
    expect(await resource.up(role)).toBe("same");
  });

  test("of a scheme's creation leaves one exact scheme, made in one request", async () => {
    const { site, resource } = await begin("PermissionScheme", {
      ...fault,
      method: "POST",
      path: "/permissionscheme$",
    });
    expect(await resource.up(scheme)).toBe("create");
    const written = await takeWrites(site);
    expect(written.filter((request) => request.startsWith("POST"))).toHaveLength(1);
    expect(await grantsIn(site, "Delivery")).toEqual(["BROWSE_PROJECTS group:auditors"]);
    expect(await resource.up(scheme)).toBe("same");
  });

  test("of every new grant leaves each once, made in one request", async () => {
    const { site, resource } = await begin("HolderGrants", {
      ...fault,
      method: "POST",
      path: "/permission$",
      times: 2,
    });
    const before = await grantsIn(site, legacy);
    expect(await resource.up(holderGrants)).toBe("create");
    expect(await takeWrites(site)).toHaveLength(2);
    const added = ["BROWSE_PROJECTS group:auditors", "EDIT_ISSUES group:auditors"];
    expect(await grantsIn(site, legacy)).toEqual([...before, ...added].sort());
    expect(await resource.up(holderGrants)).toBe("same");
    await resource.destroy();
    expect(await grantsIn(site, legacy)).toEqual(before);
  });

  test.each([
    ["ProjectRole", role, "/role/"],
    ["PermissionScheme", { name: "Delivery", owner }, "/permissionscheme/"],
    ["HolderGrants", holderGrants, "/permission/"],
  ])("of a deletion is no failure: %s", async (kind, inputs, path) => {
    const { site, resource } = await begin(kind);
    const before = await describeState(site);
    await resource.up(inputs);
    await site.control("POST /faults", [{ ...fault, method: "DELETE", path }]);
    await resource.destroy();
    expect(await describeState(site)).toEqual(before);
  });

  test.each([
    ["PermissionScheme", scheme, "/permissionscheme/"],
    ["ProjectPermissionScheme", association, "/permissionscheme$"],
    ["ProjectRoleActors", actors, "/role/"],
  ])("of a PUT is asked for again: %s", async (kind, inputs, path) => {
    const { site, resource } = await begin(kind, { ...fault, method: "PUT", path });
    expect(await resource.up(inputs)).toBe("create");
    expect(await resource.up(inputs)).toBe("same");
    const puts = (await takeWrites(site)).filter((request) => request.startsWith("PUT"));
    expect(puts).toHaveLength(2);
  });
});

describe("a request that never arrives", () => {
  test.each([
    ["ProjectRole", role, "/role$"],
    ["PermissionScheme", scheme, "/permissionscheme$"],
  ])("fails the creation of a %s, and the next run makes it once", async (kind, inputs, path) => {
    const { site, resource } = await begin(kind, { kind: "drop", method: "POST", path });
    await expect(resource.up(inputs)).rejects.toThrow(`POST /rest/api/3${path.slice(0, -1)}`);
    expect(resource.kept()).toBeUndefined();
    expect(await resource.up(inputs)).toBe("create");
    expect((await takeWrites(site)).filter((request) => request.startsWith("POST"))).toHaveLength(2);
  });

  test("for one of two grants leaves an unfinished resource with all that a deletion needs", async () => {
    const { site, resource } = await begin("HolderGrants", { kind: "drop", method: "POST", path: "/permission$" });
    const before = await grantsIn(site, legacy);
    await expect(resource.up(holderGrants)).rejects.toMatchObject({
      id: expect.stringMatching(/^\d+\/group:auditors$/),
      properties: { scheme: legacy, before: {}, __provider: stub },
      reasons: [expect.stringContaining("POST /rest/api/3/permissionscheme/")],
    });
    expect(await grantsIn(site, legacy)).toHaveLength(before.length + 1);
    expect(await resource.up(holderGrants)).toBe("update");
    expect(await grantsIn(site, legacy)).toHaveLength(before.length + 2);
    await resource.destroy();
    expect(await grantsIn(site, legacy)).toEqual(before);
  });

  test("while grants are changed does not make the state forget those that were given", async () => {
    const { site, resource } = await begin("HolderGrants");
    const before = await grantsIn(site, legacy);
    await resource.up(holderGrants);
    await site.control("POST /faults", [{ kind: "drop", method: "POST", path: "/permission$" }]);
    const more = { ...holderGrants, permissions: ["BROWSE_PROJECTS", "CREATE_ISSUES", "LINK_ISSUES"] };
    await expect(resource.up(more)).rejects.toMatchObject({ id: expect.any(String) });
    await resource.destroy();
    expect(await grantsIn(site, legacy)).toEqual(before);
  });
});

describe("a site that fails for good", () => {
  test("after a scheme was made leaves it in the state, and the next run finishes it", async () => {
    const { site, resource } = await begin("PermissionScheme", {
      kind: "status",
      status: 400,
      method: "PUT",
      path: "/permissionscheme/",
    });
    await expect(resource.up(scheme)).rejects.toMatchObject({
      message: expect.stringContaining("was answered with 400"),
      stack: "",
      id: expect.stringMatching(/^\d+$/),
      properties: { name: "Delivery", adopted: false, schemeId: expect.any(String), __provider: stub },
      reasons: [expect.stringContaining("was answered with 400")],
    });
    expect(await resource.up(scheme)).toBe("update");
    expect(await grantsIn(site, "Delivery")).toEqual(["BROWSE_PROJECTS group:auditors"]);
  });

  test.each([
    ["ProjectRoleActors", actors],
    ["ProjectPermissionScheme", association],
  ])("after a PUT had its effect leaves in the state what was there before: %s", async (kind, inputs) => {
    const { site, resource } = await begin(kind);
    const before = await describeState(site);
    const look = { method: "GET", path: "/project/10000/" };
    await site.control("POST /faults", [
      { kind: "status", status: 400, method: "PUT", when: "after" },
      { kind: "delay", delayMs: 0, ...look },
      { kind: "status", status: 400, ...look },
    ]);
    await expect(resource.up(inputs)).rejects.toMatchObject({
      message: expect.stringContaining("PUT"),
      properties: { project: "PAY", __provider: stub },
    });
    expect(await describeState(site)).not.toEqual(before);
    expect(await resource.up(inputs)).toBe("same");
    await resource.destroy();
    expect(await describeState(site)).toEqual(before);
  });

  test.each(["before", "after"] as const)(
    "%s people were changed leaves in the state all whom a deletion has to take out",
    async (when) => {
      const { site, resource } = await begin("ProjectRoleActors");
      const before = await describeState(site);
      await resource.up(actors);
      const look = { method: "GET", path: "/project/10000/role/" };
      await site.control("POST /faults", [
        { kind: "status", status: 400, method: "PUT", when },
        { kind: "delay", delayMs: 0, times: 2, ...look },
        { kind: "status", status: 400, ...look },
      ]);
      const others = { users: ["carla@acme.example"], groups: ["web-devs"], allow };
      await expect(resource.up({ ...actors, ...others })).rejects.toMatchObject({ id: expect.any(String) });
      const held = (await describeState(site)).projects.PAY?.actors;
      expect(held?.includes("Administrators: web-devs")).toBe(when === "after");
      await resource.destroy();
      expect(await describeState(site)).toEqual(before);
    },
  );

  test("keeps a role in the state that could not be described", async () => {
    const { site, resource } = await begin("ProjectRole");
    await site.ask("admin", "POST /role", { name: "Developers", description: "Old [jira-access acme/test]" });
    await site.control("POST /faults", [{ kind: "status", status: 400, method: "PUT", path: "/role/" }]);
    await expect(resource.up(role)).rejects.toMatchObject({
      id: expect.any(String),
      properties: { adopted: false, __provider: stub },
    });
    expect(await resource.up(role)).toBe("update");
    expect((await describeState(site)).roles.Developers).toBe("They build [jira-access acme/test]");
  });

  test("says what was refused, and leaves nothing in the state, when a list may not be written", async () => {
    const { resource } = await begin("ProjectRoleActors", { kind: "status", status: 403, method: "PUT" });
    await expect(resource.up(actors)).rejects.toThrow(/PUT .* was answered with 403.*ADMINISTER_PROJECTS/);
    expect(resource.kept()).toBeUndefined();
  });
});

test("a site that is busy twice is waited for each time as long as it asks, and gets one role", async () => {
  const busy = { kind: "status", status: 429, retryAfterS: 2, times: 2, method: "POST", path: "/role$" } as const;
  const { site, resource } = await begin("ProjectRole", busy);
  const startMs = performance.now();
  expect(await resource.up(role)).toBe("create");
  expect(performance.now() - startMs).toBeGreaterThanOrEqual(4000);
  expect(await takeWrites(site)).toEqual(Array(3).fill("POST /rest/api/3/role"));
  expect(await resource.up(role)).toBe("same");
}, 30_000);

test("a list that breaks off on the way is read again before anything is written", async () => {
  const { site, resource } = await begin("PermissionScheme", {
    kind: "truncate",
    method: "GET",
    path: "/permissionscheme$",
  });
  expect(await resource.up(scheme)).toBe("create");
  expect(await resource.up(scheme)).toBe("same");
  expect((await takeWrites(site)).filter((request) => request.startsWith("POST"))).toHaveLength(1);
});
