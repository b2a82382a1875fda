import { refuseFields } from "../refusal.js";
import type { Site, SiteProject } from "../state/state.js";

/** What a project's key looks like: capitals and digits, a capital first. */
export const projectKeyPattern = /^[A-Z][A-Z0-9_]+$/;

/**
 * A key that a project can have.
 * @throws Refusal with 400 when it is malformed, or another project has it or had it.
 */
export function checkProjectKey(site: Site, key: string, own: SiteProject): string {
  if (!projectKeyPattern.test(key)) throw refuseFields(400, { projectKey: "A key is made of capitals and digits." });
  const other = site.projects.find((one) => one !== own && (one.key === key || one.oldKeys.includes(key)));
  if (!other) return key;
  throw refuseFields(400, { projectKey: `The project '${other.name}' uses this key or used it before.` });
}

/**
 * A name that a project can have.
 * @throws Refusal with 400 when it is empty or another project has it, in whatever case.
 */
export function checkProjectName(site: Site, text: string, own: SiteProject): string {
  const name = text.trim();
  const taken = site.projects.some((other) => other !== own && other.name.toLowerCase() === name.toLowerCase());
  if (name !== "" && !taken) return name;
  throw refuseFields(400, { projectName: "A project needs a name that no other project has." });
}

/** Gives a project another key, its issues too; whoever knows the old one still finds it. */
export function changeKey(site: Site, project: SiteProject, key: string): void {
  if (key === project.key) return;
  project.oldKeys = [...project.oldKeys.filter((old) => old !== key), project.key];
  project.key = key;
  for (const issue of site.issues) {
    if (issue.project === project.id) issue.key = `${key}-${issue.key.split("-")[1]}`;
  }
}

/** Takes a project away for good, with its issues; the roles of a team-managed one stay as roles of the site. */
export function eraseProject(site: Site, project: SiteProject): void {
  site.projects = site.projects.filter((other) => other !== project);
  site.issues = site.issues.filter((issue) => issue.project !== project.id);
  for (const role of site.roles) if (role.project === project.id) delete role.project;
}

/** Whether a project is meant by an id, by its key, or by a key that it had. */
export function isProject({ id, key, oldKeys }: SiteProject, idOrKey: string): boolean {
  return id === idOrKey || key === idOrKey || oldKeys.includes(idOrKey);
}

/** The key that an issue has now, by one that it has or had. */
export function currentIssueKey(site: Site, text: string): string {
  const [projectKey = "", number = ""] = text.toUpperCase().split("-");
  const project = site.projects.find(({ oldKeys }) => oldKeys.includes(projectKey));
  return `${project?.key ?? projectKey}-${number}`;
}
