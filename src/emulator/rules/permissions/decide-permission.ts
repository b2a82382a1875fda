import { describePermission } from "../../../catalogue/permissions.js";
import type { SiteIssue } from "../../state/issue-state.js";
import type {
  SchemeGrant,
  SecurityLevel,
  Site,
  SiteActor,
  SiteHolder,
  SiteProject,
  SiteRole,
  SiteScheme,
} from "../../state/state.js";
import { hasGlobalPermission, type Subject } from "../callers/subject.js";
import { teamManagedRoles } from "./team-managed.js";

/** Where a project permission is asked for. */
export interface Place {
  readonly project: SiteProject;
  /** With an issue, its reporter, assignee and custom fields count. */
  readonly issue?: SiteIssue;
  /** Whether holders that depend on an issue count although no issue is named, as if any could fit. */
  readonly assumeIssue?: boolean;
}

/** What gives a permission: a grant of a scheme, or a role of a team-managed project. */
type Evidence =
  | { readonly scheme: SiteScheme; readonly grant: SchemeGrant }
  | { readonly role: SiteRole; readonly actor: SiteActor };

/** Whether a permission is held, by what, or else which permission is missing. */
export type Decision =
  | { readonly allowed: true; readonly by: Evidence }
  | { readonly allowed: false; readonly missing: string };

/** Decides on a project permission; those that are nothing without BROWSE_PROJECTS need that too. */
export function decidePermission(site: Site, subject: Subject, key: string, place: Place): Decision {
  if (!maySeeIssue(site, subject, place)) return { allowed: false, missing: "BROWSE_PROJECTS" };
  const needsBrowse = describePermission(key)?.needs.includes("BROWSE_PROJECTS") ?? key !== "BROWSE_PROJECTS";
  if (needsBrowse && findEvidence(site, subject, "BROWSE_PROJECTS", place) === undefined) {
    return { allowed: false, missing: "BROWSE_PROJECTS" };
  }
  const by = findEvidence(site, subject, key, place);
  return by === undefined ? { allowed: false, missing: key } : { allowed: true, by };
}

/** Whether a project permission is held. */
export function isAllowed(site: Site, subject: Subject, key: string, place: Place): boolean {
  return decidePermission(site, subject, key, place).allowed;
}

/** Whether the subject may change the project's people: an administrator of the project or of Jira. */
export function canAdministerProject(site: Site, subject: Subject, project: SiteProject): boolean {
  if (hasGlobalPermission(site, subject, "ADMINISTER")) return true;
  return findEvidence(site, subject, "ADMINISTER_PROJECTS", { project }) !== undefined;
}

/** Whether the project exists for the subject at all. */
export function canViewProject(site: Site, subject: Subject, project: SiteProject): boolean {
  return isAllowed(site, subject, "BROWSE_PROJECTS", { project }) || canAdministerProject(site, subject, project);
}

/** Whether the subject is among those who may see issues of a security level. */
export function isOnLevel(subject: Subject, { holders }: SecurityLevel, place: Place): boolean {
  return holders.some((holder) => isHolder(subject, holder, place));
}

function maySeeIssue(site: Site, subject: Subject, place: Place): boolean {
  const security = place.issue?.security;
  if (security === undefined) return true;
  const level = site.securitySchemes.flatMap(({ levels }) => levels).find(({ id }) => id === security);
  return level === undefined || isOnLevel(subject, level, place);
}

function findEvidence(site: Site, subject: Subject, key: string, place: Place): Evidence | undefined {
  if (subject.account !== undefined && !subject.hasAccess) return undefined;
  return place.project.management === "team"
    ? findTeamRole(site, subject, key, place.project)
    : findGrant(site, subject, key, place);
}

function findGrant(site: Site, subject: Subject, key: string, place: Place): Evidence | undefined {
  const scheme = site.schemes.find(({ id }) => id === place.project.scheme);
  const grant = scheme?.grants.find((grant) => grant.permission === key && isHolder(subject, grant.holder, place));
  return scheme && grant && { scheme, grant };
}

function findTeamRole(site: Site, subject: Subject, key: string, project: SiteProject): Evidence | undefined {
  for (const actor of project.actors) {
    const role = site.roles.find(({ id }) => id === actor.role);
    if (role && isActor(subject, actor) && teamManagedRoles[role.name]?.includes(key)) return { role, actor };
  }
  return undefined;
}

function isHolder(subject: Subject, { type, parameter = "" }: SiteHolder, place: Place): boolean {
  const id = subject.account?.id;
  if (type === "anyone") return true;
  if (id === undefined) return false;
  switch (type) {
    case "applicationRole":
      return parameter === "" || subject.applications.has(parameter);
    case "group":
      return subject.groups.has(parameter);
    case "user":
      return id === parameter;
    case "projectRole":
      return place.project.actors.some((actor) => String(actor.role) === parameter && isActor(subject, actor));
    case "projectLead":
      return place.project.lead === id;
    case "reporter":
      return place.issue === undefined ? place.assumeIssue === true : place.issue.reporter === id;
    case "assignee":
      return place.issue === undefined ? place.assumeIssue === true : place.issue.assignee === id;
    case "userCustomField":
    case "groupCustomField":
      return isInField(subject, parameter, place);
    case "sd.customer.portal.only":
      return false;
  }
}

function isActor(subject: Subject, actor: SiteActor): boolean {
  return "user" in actor ? actor.user === subject.account?.id : subject.groups.has(actor.group);
}

function isInField(subject: Subject, field: string, place: Place): boolean {
  if (place.issue === undefined) return place.assumeIssue === true;
  const ids = place.issue.fields[field] ?? [];
  return ids.some((id) => id === subject.account?.id || subject.groups.has(id));
}
