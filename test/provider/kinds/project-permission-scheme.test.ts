import { describe, expect, onTestFinished, test, vi } from "vitest";
import { startSite, type TestSite } from "../../emulator/site.js";
import { describeState, takeWrites } from "../../helpers/describe-state.js";
import { declareResource } from "../../helpers/engine.js";
import { schemeId } from "../on-site.js";

const legacy = "Legacy open scheme";
const standard = "Default Permission Scheme";

/** A site whose project PAY uses the scheme; it is made where it is not there. */
async function siteWithPayOn(scheme: string) {
  const site = await startSite();
  await site.ask("admin", "POST /permissionscheme", { name: scheme });
  await move(site, scheme);
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => said.mockRestore());
  const association = declareResource(site, "ProjectPermissionScheme");
  return { site, association, warnings: () => said.mock.calls.flat() };
}

const move = async (site: TestSite, scheme: string) =>
  site.ask("admin", "PUT /project/PAY/permissionscheme", { id: Number(await schemeId(site, scheme)) });
const schemeOfPay = async (site: TestSite) => (await describeState(site)).projects.PAY?.scheme;

describe("a project whose association is deleted", () => {
  test("gets back the scheme that it used before, whatever the association was changed to since", async () => {
    const { site, association, warnings } = await siteWithPayOn("First");
    await association.up({ project: "PAY", scheme: standard });
    await association.up({ project: "PAY", scheme: legacy });
    await association.destroy();
    expect(await schemeOfPay(site)).toBe("First");
    expect(warnings()).toEqual([]);
  });

  test("keeps the scheme to which somebody moved it since", async () => {
    const { site, association } = await siteWithPayOn("First");
    await association.up({ project: "PAY", scheme: legacy });
    await move(site, standard);
    await association.destroy();
    expect(await schemeOfPay(site)).toBe(standard);
  });

  test("gets the default scheme, with a warning, when the one before is gone", async () => {
    const { site, association, warnings } = await siteWithPayOn("First");
    await association.up({ project: "PAY", scheme: legacy });
    await site.ask("admin", `DELETE /permissionscheme/${await schemeId(site, "First")}`);
    await association.destroy();
    expect(await schemeOfPay(site)).toBe(standard);
    expect(warnings()).toEqual([
      "warning: the scheme that PAY used before is not known any more; it gets the site's default scheme",
    ]);
  });

  test("keeps a scheme of the site that it used all along", async () => {
    const { site, association, warnings } = await siteWithPayOn(legacy);
    await association.up({ project: "PAY", scheme: legacy });
    await association.destroy();
    expect(await schemeOfPay(site)).toBe(legacy);
    expect(warnings()).toEqual([]);
  });

  test("leaves a scheme of the stack that an interrupted run had assigned, so that the scheme can go", async () => {
    const { site, association, warnings } = await siteWithPayOn("First");
    const scheme = declareResource(site, "PermissionScheme");
    await scheme.up({ name: "Made", owner: "acme/test" });
    await move(site, "Made");
    await association.up({ project: "PAY", scheme: "Made" });
    await association.destroy();
    expect(await schemeOfPay(site)).toBe(standard);
    expect(warnings()).toHaveLength(1);
    await scheme.destroy();
  });
});

test.each([
  ["IDEA", legacy, "project IDEA is team-managed: it keeps its own access rules and uses no schemes"],
  ["NOPE", legacy, 'no project "NOPE" can be seen on the site'],
  [
    "PAY",
    "Legacy opn scheme",
    'the site has no permission scheme named "Legacy opn scheme"; did you mean Legacy open scheme?',
  ],
])(
  "an association that cannot be is refused before anything is written: %s to %s",
  async (project, scheme, message) => {
    const { site, association } = await siteWithPayOn("First");
    await takeWrites(site);
    await expect(association.up({ project, scheme })).rejects.toThrow(message);
    expect(await takeWrites(site)).toEqual([]);
  },
);
