import fc from "fast-check";
import { expect, test } from "vitest";
import { indexAccess } from "../../../src/analysis/access/access-index.js";
import { describePath } from "../../../src/analysis/access/describe-path.js";
import { decide } from "../../../src/analysis/access/effective-permissions.js";
import { plantSite } from "../../../src/emulator/seed/plant-site.js";
import { parseSeed } from "../../../src/emulator/seed/seed.js";
import type { SiteAccess } from "../../../src/model/site-access.js";
import { packSite } from "../../../src/report/html/pack-site.js";
import { unpackSite } from "../../../src/report/html/unpack-site.js";
import { siteAccessOf } from "../../analysis/site-access-of.js";
import { granted, worlds } from "../../analysis/worlds/random-world.js";

/** Everything that is decided on a site, with how it comes about. */
function decisions(access: SiteAccess): readonly unknown[] {
  const index = indexAccess(access);
  return [...access.accounts.keys()].flatMap((account) =>
    [...access.projects.keys()].flatMap((project) =>
      granted.map((permission) => {
        const { paths, ...verdict } = decide(index, { account, project, permission });
        return [account, project, permission, verdict, paths.map(describePath).sort()];
      }),
    ),
  );
}

test("a site that was packed into JSON and unpacked answers as before, path by path", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const before = siteAccessOf(plantSite(parseSeed(world)));
      const after = unpackSite(JSON.parse(JSON.stringify(packSite(before))));
      expect([...after.accounts.values()]).toEqual([...before.accounts.values()]);
      expect(after.globalPermissions).toEqual(before.globalPermissions);
      expect(decisions(after)).toEqual(decisions(before));
    }),
    { numRuns: 100, seed: 20_261_128 },
  );
});
