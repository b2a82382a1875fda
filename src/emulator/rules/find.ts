import { refuse, refuseUnauthenticated } from "../refusal.js";
import type { Call } from "../route.js";
import type { SiteIssue } from "../state/issue-state.js";
import type { SiteAccount, SiteGroup, SiteProject, SiteRole, SiteScheme } from "../state/state.js";
import { currentIssueKey, isProject } from "./change-project.js";
import { canViewProject, decidePermission, type Place } from "./permissions/decide-permission.js";

type Asking = Pick<Call<unknown>, "site" | "subject">;

/** An issue together with the project that it is in. */
export interface IssuePlace extends Place {
  readonly issue: SiteIssue;
}

/**
 * The account that makes the call.
 * @throws Refusal with 401 when nobody is logged in.
 */
export function findCaller({ subject }: Asking): SiteAccount {
  if (subject.account) return subject.account;
  throw refuseUnauthenticated();
}

/**
 * The account with that id.
 * @throws Refusal with 400 when none is named, with 404 when there is none.
 */
export function findAccount({ site }: Asking, id: string | null): SiteAccount {
  if (!id) throw refuse(400, "accountId is needed.");
  const account = site.accounts.find((account) => account.id === id);
  if (account) return account;
  throw refuse(404, `There is no user with the account id '${id}'.`);
}

/**
 * The group that a query names by `groupId` or by `groupname`.
 * @throws Refusal with 400 when it names none or does so in both ways, with 404 when there is no such group.
 */
export function findGroup({ site, query }: Pick<Call<unknown>, "site" | "query">): SiteGroup {
  const [id, name] = [query.get("groupId"), query.get("groupname")];
  if (!id && !name) throw refuse(400, "groupId or groupname is needed.");
  if (id && name) throw refuse(400, "groupId and groupname cannot be used together.");
  const group = site.groups.find((group) => (id ? group.id === id : group.name === name));
  if (group) return group;
  throw refuse(404, `There is no group '${id ?? name}'.`);
}

/**
 * The project with that id or key, or which had that key before.
 * @throws Refusal with 404 when there is none that the caller may see; deleted ones count as gone.
 */
export function findProject({ site, subject }: Asking, idOrKey: string): SiteProject {
  const project = site.projects.find((one) => one.status !== "deleted" && isProject(one, idOrKey));
  if (project && canViewProject(site, subject, project)) return project;
  throw refuse(404, `No project could be found with key '${idOrKey}'.`);
}

/**
 * The issue with that id or key, or which had that key before.
 * @throws Refusal with 404 when there is none that the caller may see.
 */
export function findIssue({ site, subject }: Asking, idOrKey: string): IssuePlace {
  const wanted = currentIssueKey(site, idOrKey);
  const issue = site.issues.find(({ id, key }) => id === idOrKey || key === wanted);
  const project = site.projects.find(({ id, status }) => id === issue?.project && status !== "deleted");
  if (issue && project && decidePermission(site, subject, "BROWSE_PROJECTS", { project, issue }).allowed) {
    return { issue, project };
  }
  throw refuse(404, "Issue does not exist or you do not have permission to see it.");
}

/**
 * The permission scheme with that id.
 * @throws Refusal with 404 when there is none.
 */
export function findScheme({ site }: Asking, id: string): SiteScheme {
  const scheme = site.schemes.find((scheme) => String(scheme.id) === id);
  if (scheme) return scheme;
  throw refuse(404, `The permission scheme with id ${id} does not exist.`);
}

/**
 * The project role with that id, among all the site's or those given.
 * @throws Refusal with 404 when there is none.
 */
export function findRole({ site }: Asking, id: string, roles = site.roles): SiteRole {
  const role = roles.find((role) => String(role.id) === id);
  if (role) return role;
  throw refuse(404, `There is no project role with id ${id}.`);
}
