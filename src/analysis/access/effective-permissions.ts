import { needsOf } from "../../catalogue/permissions.js";
import { type AccessPath, isIssueWay } from "../../model/access-path.js";
import type { PermissionKey } from "../../model/grant.js";
import type { AccountId, ProjectId } from "../../model/ids.js";
import type { Condition, GlobalVerdict, Missing, Unknown, Verdict } from "../../model/verdict.js";
import type { AccessIndex } from "./access-index.js";
import { findPaths, type Reach } from "./find-paths.js";
import { describeSubject } from "./subject.js";

/** Who is asked about, what, and where. */
export interface Question {
  readonly account: AccountId;
  readonly project: ProjectId;
  readonly permission: PermissionKey;
}

/**
 * Whether an account has a permission in a project, with every path that gives it. A permission counts only together
 * with those that it needs; keys that apps define need BROWSE_PROJECTS.
 */
export function decide(index: AccessIndex, { permission, ...place }: Question): Verdict {
  return deciderOf(index, place)(permission);
}

/** Decides on one permission after the other of an account in a project, looking at each grant once. */
export function deciderOf(
  index: AccessIndex,
  { account: id, project: place }: Omit<Question, "permission">,
): (permission: PermissionKey) => Verdict {
  const { site } = index;
  const account = site.accounts.get(id);
  const project = site.projects.get(place);
  if (account === undefined) return () => unknown("account");
  if (project === undefined) return () => unknown("project");
  if (project.management === "team") return () => unknown("team-managed");
  const scheme = project.scheme === undefined ? undefined : site.schemes.get(project.scheme);
  if (scheme === undefined) return () => unknown("scheme");
  const subject = describeSubject(site, account);
  const reaches = new Map<PermissionKey, Reach>();
  const reach = (key: PermissionKey): Reach => {
    const known = reaches.get(key) ?? findPaths(index, { site, subject, project }, scheme, key);
    reaches.set(key, known);
    return known;
  };
  return (permission) => {
    const { paths } = reach(permission);
    if (subject.barred !== undefined) return denied(paths, [{ kind: "access", reason: subject.barred }]);
    return conclude(paths, [permission, ...needsOf(permission)].map(reach));
  };
}

/** Whether an account has a global permission, as far as the site was asked; whoever may not use Jira has none. */
export function decideGlobal({ site }: AccessIndex, id: AccountId, permission: PermissionKey): GlobalVerdict {
  const account = site.accounts.get(id);
  const barred = account && describeSubject(site, account).barred;
  if (barred !== undefined) return { outcome: "denied", missing: [{ kind: "access", reason: barred }] };
  const held = site.globalPermissions.get(id);
  if (held === undefined) return { outcome: "unknown", why: { kind: "global-permissions" } };
  return held.has(permission)
    ? { outcome: "allowed" }
    : { outcome: "denied", missing: [{ kind: "grant", permission }] };
}

function conclude(paths: readonly AccessPath[], reached: readonly Reach[]): Verdict {
  const open = reached.filter((one) => !one.paths.some(({ way }) => !isIssueWay(way)));
  if (open.length === 0) return { outcome: "allowed", paths };
  const missing = open.filter((one) => one.paths.length === 0 && one.unreadRoles.length === 0);
  if (missing.length > 0) {
    return denied(
      paths,
      missing.map(({ permission }) => ({ kind: "grant", permission })),
    );
  }
  const roles = [...new Set(open.flatMap(({ unreadRoles }) => unreadRoles))];
  if (roles.length > 0) return { outcome: "unknown", paths, why: { kind: "roles", roles } };
  return { outcome: "conditional", paths, conditions: open.map(toCondition) };
}

function toCondition({ permission, paths }: Reach): Condition {
  return { permission, anyOf: paths.flatMap(({ way }) => (isIssueWay(way) ? [way] : [])) };
}

function denied(paths: readonly AccessPath[], missing: readonly Missing[]): Verdict {
  return { outcome: "denied", paths, missing };
}

function unknown(kind: Exclude<Unknown["kind"], "roles">): Verdict {
  return { outcome: "unknown", paths: [], why: { kind } };
}
