import { describe, expect, test } from "vitest";
import { startSite, type TestSite } from "../emulator/site.js";
import { describeState, takeWrites } from "../helpers/describe-state.js";
import { declareResource, startProcess, stub } from "../helpers/engine.js";
import { everyAllowance as allow } from "../helpers/every-allowance.js";
import { roleId, schemeId } from "./on-site.js";

const owner = "acme/test";

interface Owned {
  readonly what: string;
  readonly path: string;
  readonly idOf: (site: TestSite, name: string) => Promise<string>;
}

const kinds: Readonly<Record<string, Owned>> = {
  PermissionScheme: { what: "permission scheme", path: "/permissionscheme", idOf: schemeId },
  ProjectRole: { what: "project role", path: "/role", idOf: roleId },
};

describe.each(Object.entries(kinds))("%s", (kind, { what, path, idOf }) => {
  const inputs = { name: "Shared", description: "Ours", owner };

  async function begin(description: string) {
    const site = await startSite();
    await site.ask("admin", `POST ${path}`, { name: "Shared", description });
    const section = kind === "ProjectRole" ? "roles" : "schemes";
    const find = async () => (await describeState(site))[section].Shared;
    await takeWrites(site);
    return { site, find, resource: declareResource(site, kind) };
  }

  test("refuses an object that no stack's mark is on, and writes nothing", async () => {
    const { site, resource } = await begin("By hand");
    await expect(resource.up(inputs)).rejects.toThrow(
      `the ${what} "Shared" is already on the site and no stack's mark is on it; take it over with adopt: true, or choose another name`,
    );
    expect(resource.kept()).toBeUndefined();
    expect(await takeWrites(site)).toEqual([]);
  });

  test("refuses an object with another stack's mark, and names that stack", async () => {
    const { site, resource } = await begin("Theirs [jira-access acme/other]");
    await expect(resource.up(inputs)).rejects.toThrow(
      `the ${what} "Shared" is already on the site and it belongs to the stack acme/other; take it over with adopt: true, or choose another name`,
    );
    expect(await takeWrites(site)).toEqual([]);
  });

  test("takes an object with its own stack's mark as its own, and deletes it in the end", async () => {
    const { site, resource, find } = await begin("Half done [jira-access acme/test]");
    expect(await resource.up(inputs)).toBe("create");
    expect(await takeWrites(site)).toEqual([`PUT /rest/api/3${path}/${await idOf(site, "Shared")}`]);
    expect(resource.kept()?.outputs).toMatchObject({ adopted: false });
    await resource.destroy();
    expect(await find()).toBeUndefined();
  });

  test("adopts with adopt, puts no mark on it, and releases it in the end", async () => {
    const { site, resource, find } = await begin("By hand");
    expect(await resource.up({ ...inputs, adopt: true })).toBe("create");
    expect(JSON.stringify(await find())).toContain('"Ours"');
    expect(await resource.up({ ...inputs, adopt: true })).toBe("same");
    await takeWrites(site);
    await resource.destroy();
    expect(await takeWrites(site)).toEqual([]);
    expect(await find()).toBeDefined();
  });

  test("deletes an adopted object when deleteAdopted says so", async () => {
    const { resource, find } = await begin("Theirs [jira-access acme/other]");
    await resource.up({ ...inputs, adopt: true, deleteAdopted: true });
    await resource.destroy();
    expect(await find()).toBeUndefined();
  });

  test("leaves an object that the same process asserted under another resource", async () => {
    const { site, resource, find } = await begin("Half done [jira-access acme/test]");
    await resource.up(inputs);
    const old = resource.kept();
    const provider = await (await startProcess(site))(kind);
    await provider.create({ ...inputs, description: "Renamed key", __provider: stub });
    await provider.delete(old?.id ?? "", { ...old?.outputs });
    expect(await find()).toBeDefined();
    await (await startProcess(site))(kind).then((later) => later.delete(old?.id ?? "", { ...old?.outputs }));
    expect(await find()).toBeUndefined();
  });
});

describe("lists and associations", () => {
  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    [
      "ProjectRoleActors",
      { project: "PAY", role: "Administrators", users: { "bob@acme.example": true }, groups: {}, allow },
    ],
    ["ProjectPermissionScheme", { project: "PAY", scheme: "Legacy open scheme" }],
    ["HolderGrants", { scheme: "Legacy open scheme", holder: "assignee", permissions: { EDIT_ISSUES: true } }],
  ];

  test.each(cases)("%s leaves what the same process asserted under another resource", async (kind, inputs) => {
    const site = await startSite();
    const resource = declareResource(site, kind);
    await resource.up(inputs);
    const old = resource.kept();
    const provider = await (await startProcess(site))(kind);
    await provider.create({ ...inputs, __provider: stub });
    const asserted = await describeState(site);
    await provider.delete(old?.id ?? "", { ...old?.outputs });
    expect(await describeState(site)).toEqual(asserted);
    await resource.destroy();
    expect(await describeState(site)).not.toEqual(asserted);
  });
});

describe("deletions that are refused", () => {
  test("a scheme that projects use stays, and they are named", async () => {
    const site = await startSite();
    const scheme = declareResource(site, "PermissionScheme");
    await scheme.up({ name: "Used", owner });
    await declareResource(site, "ProjectPermissionScheme").up({ project: "PAY", scheme: "Used" });
    await declareResource(site, "ProjectPermissionScheme").up({ project: "WEB", scheme: "Used" });
    await expect(scheme.destroy()).rejects.toThrow(
      'the permission scheme "Used" is used by PAY, WEB; give these projects another scheme first',
    );
  });

  test("a role that holds grants stays, and the schemes are named", async () => {
    const site = await startSite();
    const role = declareResource(site, "ProjectRole");
    await role.up({ name: "Builders", owner });
    const scheme = "Legacy open scheme";
    await declareResource(site, "HolderGrants").up({
      scheme,
      holder: "projectRole:Builders",
      permissions: ["EDIT_ISSUES"],
    });
    await expect(role.destroy()).rejects.toThrow(
      'the project role "Builders" still holds grants in "Legacy open scheme"; remove them, or name a role to take its place with swapWith',
    );
  });

  test("a role that somebody holds in a project stays", async () => {
    const site = await startSite();
    const role = declareResource(site, "ProjectRole");
    await role.up({ name: "Builders", owner });
    await declareResource(site, "ProjectRoleActors").up({
      project: "PAY",
      role: "Builders",
      users: ["bob@acme.example"],
    });
    await expect(role.destroy()).rejects.toThrow("409");
    expect((await describeState(site)).roles).toHaveProperty("Builders");
  });

  test("a role gives its grants to the one that swapWith names", async () => {
    const site = await startSite();
    const role = declareResource(site, "ProjectRole");
    await role.up({ name: "Builders", owner, swapWith: "Administrators" });
    const scheme = "Legacy open scheme";
    await declareResource(site, "HolderGrants").up({
      scheme,
      holder: "projectRole:Builders",
      permissions: ["EDIT_ISSUES"],
    });
    await role.destroy();
    const { roles, schemes } = await describeState(site);
    expect(roles).not.toHaveProperty("Builders");
    expect(schemes[scheme]?.grants).toContain("EDIT_ISSUES projectRole:Administrators");
  });
});
