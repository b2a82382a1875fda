import { describePermission } from "../../catalogue/permissions.js";
import type { AccessDifference } from "../../model/access-finding.js";
import type { ExpectedAccess } from "../../model/expected-access.js";
import type { PermissionKey } from "../../model/grant.js";
import type { HeldPermissions } from "../../model/held-permissions.js";
import type { ProjectId } from "../../model/ids.js";

/**
 * Holds what an account may really do against what it is declared to do. A finding is whatever it lacks in its own
 * projects; whatever it has there beside what is declared and tolerated; the administration of Jira; and with
 * `elsewhere: forbid` anything in other projects and any other global permission, which are notes otherwise.
 * @param projects the site's projects by key, those of the declaration under the keys that it calls them by.
 */
export function judgeAccess(
  expected: ExpectedAccess,
  held: HeldPermissions,
  projects: ReadonlyMap<string, ProjectId>,
): readonly AccessDifference[] {
  const own = new Set(expected.projects);
  const declared = new Set(expected.permissions);
  const elsewhere = kindOf[expected.elsewhere];
  const holds = (permission: PermissionKey, id: ProjectId | undefined): boolean =>
    id !== undefined && held.inProjects.get(permission)?.has(id) === true;

  const missing = expected.projects.flatMap((project) =>
    expected.permissions
      .filter((permission) => !holds(permission, projects.get(project)))
      .map((permission) => ({ kind: "missing" as const, permission, project })),
  );
  const beyond = [...held.inProjects.keys()]
    .filter((permission) => !isTolerated(expected, permission))
    .flatMap((permission) =>
      [...projects]
        .filter(([project, id]) => holds(permission, id) && !(own.has(project) && declared.has(permission)))
        .flatMap(([project]) => toDifference(own.has(project) ? "extra" : elsewhere, { permission, project })),
    );
  const global = [...held.global]
    .filter((permission) => !isTolerated(expected, permission))
    .flatMap((permission) => toDifference(takesOver(permission) ? "extra" : elsewhere, { permission }));
  return [...global, ...beyond, ...missing];
}

const kindOf = { forbid: "extra", report: "note", ignore: undefined } as const;

function toDifference(
  kind: AccessDifference["kind"] | undefined,
  place: Omit<AccessDifference, "kind">,
): AccessDifference[] {
  return kind === undefined ? [] : [{ kind, ...place }];
}

function isTolerated({ tolerate }: ExpectedAccess, permission: PermissionKey): boolean {
  return Object.hasOwn(tolerate, permission);
}

function takesOver(permission: PermissionKey): boolean {
  return describePermission(permission)?.risk === "takes-over";
}
