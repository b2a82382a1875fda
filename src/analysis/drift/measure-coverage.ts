import type { Coverage } from "../../model/coverage.js";
import type { Inputs } from "../../model/drift.js";
import type { PermissionScheme } from "../../model/permission-scheme.js";
import type { Project } from "../../model/project.js";
import { appRoleName, type ProjectRole } from "../../model/project-role.js";

/** What is on a site, as far as a stack could keep it. */
export interface Inventory {
  readonly schemes: readonly PermissionScheme[];
  readonly roles: readonly ProjectRole[];
  readonly projects: readonly Project[];
}

/**
 * How much of a site a stack keeps: schemes, roles, and projects whose scheme it chooses. Team-managed projects, their
 * roles and the role of apps are not for a stack to keep.
 * @param outputs what the state holds of each resource; ids in it tell what is kept.
 */
export function measureCoverage(outputs: readonly Inputs[], { schemes, roles, projects }: Inventory): Coverage[] {
  const kept = (property: string) => new Set(outputs.map((one) => one[property]));
  const [schemeIds, roleIds, projectIds] = [kept("schemeId"), kept("roleId"), kept("projectId")];
  const company = projects.filter(({ management }) => management === "company");
  const shared = roles.filter(({ scope, name }) => scope === undefined && name !== appRoleName);
  return [
    count(
      "permission schemes",
      schemes,
      ({ id }) => schemeIds.has(id),
      ({ name }) => name,
    ),
    count(
      "project roles",
      shared,
      ({ id }) => roleIds.has(id),
      ({ name }) => name,
    ),
    count(
      "company-managed projects",
      company,
      ({ id }) => projectIds.has(id),
      ({ key }) => key,
    ),
  ];
}

function count<T>(what: string, all: readonly T[], isKept: (one: T) => boolean, nameOf: (one: T) => string): Coverage {
  const unmanaged = all.filter((one) => !isKept(one)).map(nameOf);
  return { what, managed: all.length - unmanaged.length, unmanaged: unmanaged.sort() };
}
