import type { GroupId } from "../../../model/ids.js";
import type { Site, SiteAccount } from "../../state/state.js";

/** Whoever a permission is asked for, with all that grants can refer to. */
export interface Subject {
  /** Absent for an anonymous caller. */
  readonly account?: SiteAccount;
  readonly groups: ReadonlySet<GroupId>;
  /** The keys of the products that the account is licensed for. */
  readonly applications: ReadonlySet<string>;
  /** Whether the account may use Jira at all: it is active, and licensed or an app. */
  readonly hasAccess: boolean;
}

/** Somebody who is not logged in. */
export const anonymousSubject: Subject = { groups: new Set(), applications: new Set(), hasAccess: false };

/** The subject that an account is on a site. */
export function describeSubject(site: Site, account: SiteAccount): Subject {
  const groups = new Set(site.groups.filter((group) => group.members.includes(account.id)).map((group) => group.id));
  const licensed = site.applications.filter((application) => application.groups.some((id) => groups.has(id)));
  const applications = new Set(licensed.map((application) => application.key));
  const hasAccess = account.active && (account.type === "app" || applications.size > 0);
  return { account, groups, applications, hasAccess };
}

/** Whether the subject has a global permission; only groups give these. */
export function hasGlobalPermission(site: Site, subject: Subject, key: string): boolean {
  if (!subject.hasAccess) return false;
  return site.groups.some((group) => subject.groups.has(group.id) && group.globalPermissions.includes(key));
}
