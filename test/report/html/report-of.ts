import { indexAccess } from "../../../src/analysis/access/access-index.js";
import { applyStack } from "../../../src/analysis/applied/apply-stack.js";
import { takeMatrix } from "../../../src/analysis/matrix/take-matrix.js";
import { grantablePermissionKeys, permissions } from "../../../src/catalogue/permissions.js";
import { plantSite } from "../../../src/emulator/seed/plant-site.js";
import { parseSeed, type Seed } from "../../../src/emulator/seed/seed.js";
import type { AccessReport } from "../../../src/model/access-report.js";
import type { SiteAccess } from "../../../src/model/site-access.js";
import { expandStack } from "../../../src/stack/expand/expand-stack.js";
import { readStack } from "../../../src/stack/read-stack.js";
import { siteAccessOf } from "../../analysis/site-access-of.js";

/**
 * A report on an emulated site, without asking it over HTTP; with a stack file also what applying that would change. In
 * team-managed projects nobody may do anything.
 */
export function reportOf(seed: Seed, stackFile?: string): AccessReport {
  const site = siteAccessOf(plantSite(parseSeed(seed)));
  const word = new Map([...site.globalPermissions].map(([id, global]) => [id, { global, inProjects: new Map() }]));
  const stateOf = (access: SiteAccess) => ({
    access,
    matrix: takeMatrix(indexAccess(access), grantablePermissionKeys, word),
  });
  const desired = stackFile === undefined ? undefined : expandOn(site, stackFile);
  return {
    site: "https://acme.atlassian.net",
    takenAt: "2026-11-28T09:00:00.000Z",
    permissions: grantablePermissionKeys,
    globalPermissions: Object.entries(permissions).flatMap(([key, { level }]) => (level === "global" ? [key] : [])),
    now: stateOf(site),
    ...(desired === undefined ? {} : { stack: "demo", planned: stateOf(applyStack(site, desired)) }),
    integrationUsers: (desired?.integrationUsers ?? []).flatMap(({ key: user, account }) => {
      const found = [...site.accounts.values()].find(({ email }) => email === account);
      return found === undefined ? [] : [{ user, account, id: found.id, findings: [], notes: [] }];
    }),
  };
}

function expandOn(site: SiteAccess, stackFile: string) {
  const projects = [...site.projects.values()];
  const schemeOf = (key: string) => site.schemes.get(projects.find((one) => one.key === key)?.scheme ?? "")?.name;
  return expandStack(readStack(stackFile), schemeOf, projects);
}
