import { describe, expect, test } from "vitest";
import { projectPermissionScheme as association } from "../../src/provider/project-permission-scheme.js";
import { describeState } from "../helpers/describe-state.js";
import { declareResource } from "../helpers/engine.js";
import { schemeId } from "./on-site.js";
import { type OpenSite, openSite } from "./open-site.js";

const legacy = "Legacy open scheme";
const standard = "Default Permission Scheme";

const schemeOfPay = async (site: OpenSite) => (await describeState(site)).projects.PAY?.scheme;
const assign = (site: OpenSite, scheme: string) => association.create(site.session(), { project: "PAY", scheme });

describe("a project whose association is deleted", () => {
  test("gets back the scheme that it used before, whatever the association was changed to since", async () => {
    const site = await openSite();
    await site.ask("admin", "POST /permissionscheme", { name: "First" });
    await site.ask("admin", "PUT /project/PAY/permissionscheme", { id: Number(await schemeId(site, "First")) });
    const { outputs } = await assign(site, standard);
    const updated = await association.update(site.session(), outputs, { project: "PAY", scheme: legacy });
    await association.delete(site.session(), updated);
    expect(await schemeOfPay(site)).toBe("First");
    expect(site.warnings).toEqual([]);
  });

  test("keeps the scheme to which somebody moved it since", async () => {
    const site = await openSite();
    const { outputs } = await assign(site, legacy);
    await site.ask("admin", "POST /permissionscheme", { name: "Theirs" });
    await site.ask("admin", "PUT /project/PAY/permissionscheme", { id: Number(await schemeId(site, "Theirs")) });
    await association.delete(site.session(), outputs);
    expect(await schemeOfPay(site)).toBe("Theirs");
  });

  test("gets the default scheme, with a warning, when the one before is gone", async () => {
    const site = await openSite();
    await site.ask("admin", "POST /permissionscheme", { name: "First" });
    await site.ask("admin", "PUT /project/PAY/permissionscheme", { id: Number(await schemeId(site, "First")) });
    const { outputs } = await assign(site, legacy);
    await site.ask("admin", `DELETE /permissionscheme/${await schemeId(site, "First")}`);
    await association.delete(site.session(), outputs);
    expect(await schemeOfPay(site)).toBe(standard);
    expect(site.warnings).toEqual([
      "the scheme that PAY used before is not known any more; it gets the site's default scheme",
    ]);
  });

  test("keeps a scheme of the site that it used all along", async () => {
    const site = await openSite();
    await site.ask("admin", "PUT /project/PAY/permissionscheme", { id: Number(await schemeId(site, legacy)) });
    const { outputs } = await assign(site, legacy);
    await association.delete(site.session(), outputs);
    expect(await schemeOfPay(site)).toBe(legacy);
    expect(site.warnings).toEqual([]);
  });

  test("leaves a scheme of the stack that an interrupted run had assigned, so that the scheme can go", async () => {
    const site = await openSite();
    const scheme = declareResource(site, "PermissionScheme");
    await scheme.up({ name: "Made", owner: "acme/test" });
    await assign(site, "Made");
    const { outputs } = await assign(site, "Made");
    await association.delete(site.session(), outputs);
    expect(await schemeOfPay(site)).toBe(standard);
    expect(site.warnings).toHaveLength(1);
    await scheme.destroy();
  });
});

describe("an association that cannot be", () => {
  test.each([
    ["IDEA", legacy, "project IDEA is team-managed: it keeps its own access rules and uses no schemes"],
    ["NOPE", legacy, 'no project "NOPE" can be seen on the site'],
    [
      "PAY",
      "Legacy opn scheme",
      'the site has no permission scheme named "Legacy opn scheme"; did you mean "Legacy open scheme"?',
    ],
  ])("is refused before anything is written: %s to %s", async (project, scheme, message) => {
    const site = await openSite();
    await expect(association.create(site.session(), { project, scheme })).rejects.toThrow(message);
    expect(await site.writes()).toEqual([]);
  });
});
