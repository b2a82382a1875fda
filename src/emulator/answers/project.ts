import { listRoles } from "../rules/people/project-roles.js";
import type { SiteAccount, SiteProject } from "../state/state.js";
import { toAccount, toAvatarUrls, type Viewing } from "./account.js";
import { toProjectRoleLink } from "./project-role.js";

/** The issue types that every project has. */
export const issueTypes = [
  { id: "10001", name: "Task", description: "A piece of work." },
  { id: "10002", name: "Bug", description: "Something that does not work as it should." },
  { id: "10003", name: "Story", description: "Something that people want to be able to do." },
] as const;

/** A project as lists and links show it. */
export function toShortProject({ url }: Pick<Viewing, "url">, project: SiteProject) {
  return {
    self: `${url}/rest/api/3/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    avatarUrls: toAvatarUrls(`${url}/avatar/project/${project.id}`),
    projectTypeKey: project.type,
    simplified: project.management === "team",
    style: project.management === "team" ? "next-gen" : "classic",
    isPrivate: project.management === "team",
    ...(project.status === "archived" ? { archived: true } : {}),
    ...(project.category === undefined ? {} : { projectCategory: toCategory(url, project.category) }),
    properties: {},
  };
}

/** A project of a list, with the parts that are asked for. */
export function toListedProject(viewing: Viewing, project: SiteProject, expand: readonly string[]): unknown {
  return {
    expand: "description,lead,issueTypes,url,projectKeys,permissions,insight",
    ...toShortProject(viewing, project),
    ...(expand.includes("description") ? { description: project.description } : {}),
    ...(expand.includes("lead") ? toLead(viewing, project) : {}),
  };
}

/** A project with all that its own page shows. */
export function toProject(viewing: Viewing, project: SiteProject): unknown {
  const roles = listRoles(viewing.site, project);
  return {
    expand: "description,lead,issueTypes,url,projectKeys,permissions,insight",
    ...toShortProject(viewing, project),
    description: project.description,
    ...toLead(viewing, project),
    assigneeType: "UNASSIGNED",
    components: [],
    versions: [],
    issueTypes: issueTypes.map((type) => toIssueType(viewing.url, type.name)),
    roles: Object.fromEntries(roles.map((role) => [role.name, toProjectRoleLink(viewing.url, project, role)])),
  };
}

/** An issue type, by its name. */
export function toIssueType(url: string, name: string): unknown {
  const { id, description } = issueTypes.find((type) => type.name === name) ?? issueTypes[0];
  const iconUrl = `${url}/avatar/issuetype/${id}`;
  return {
    self: `${url}/rest/api/3/issuetype/${id}`,
    id,
    name,
    description,
    iconUrl,
    subtask: false,
    hierarchyLevel: 0,
  };
}

function toCategory(url: string, { id, name }: NonNullable<SiteProject["category"]>): unknown {
  return { self: `${url}/rest/api/3/projectCategory/${id}`, id, name, description: "" };
}

function toLead({ site, url }: Viewing, project: SiteProject): { lead?: unknown } {
  const lead: SiteAccount | undefined = site.accounts.find(({ id }) => id === project.lead);
  return lead ? { lead: toAccount({ site, url }, lead) } : {};
}
