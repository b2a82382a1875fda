import type { Seed, SeedHolder } from "../../../src/emulator/seed/seed.js";

/** A question to the oracle, by the names that a seed uses; without an issue it is about the project as such. */
interface Asked {
  readonly who: string;
  readonly permission: string;
  readonly project: string;
  readonly issue?: number;
}

const needs: Record<string, string[]> = {
  BROWSE_PROJECTS: [],
  EDIT_ISSUES: ["BROWSE_PROJECTS"],
  SCHEDULE_ISSUES: ["BROWSE_PROJECTS", "EDIT_ISSUES"],
  DELETE_ISSUES: ["BROWSE_PROJECTS"],
  ADMINISTER_PROJECTS: ["BROWSE_PROJECTS"],
  EDIT_WORKFLOW: ["BROWSE_PROJECTS", "ADMINISTER_PROJECTS"],
  VIEW_AGGREGATED_DATA: [],
  planner__plan: ["BROWSE_PROJECTS"],
};

/** Whether somebody may do something, worked out anew from the words of the seed at every question. */
export function mayDo(seed: Seed, asked: Asked): boolean {
  const level = issueOf(seed, asked)?.security;
  const names = [asked.permission, ...(needs[asked.permission] ?? [])];
  if (!mayUseJira(seed, asked.who)) return false;
  if (level !== undefined && !isOnLevel(seed, asked, level)) return false;
  for (const name of names) {
    const scheme = seed.permissionSchemes?.[projectOf(seed, asked).permissionScheme ?? ""];
    let found = false;
    for (const holder of scheme?.grants?.[name] ?? []) if (isMeant(seed, asked, holder)) found = true;
    if (!found) return false;
  }
  return true;
}

/** Whether somebody has a global permission. */
export function hasGlobal(seed: Seed, who: string, permission: string): boolean {
  let found = false;
  for (const group of Object.values(seed.groups ?? {})) {
    if (group.members?.includes(who) && group.globalPermissions?.includes(permission)) found = true;
  }
  return found && mayUseJira(seed, who);
}

/** Whether somebody can use Jira at all. */
export function mayUseJira(seed: Seed, who: string): boolean {
  const account = seed.accounts?.find(({ email }) => email === who);
  if (account?.active === false) return false;
  if (account?.type === "app") return true;
  return Object.keys(seed.applications ?? {}).some((product) => hasLicence(seed, who, product));
}

/** Whether somebody sees the issues of a level. */
function isOnLevel(seed: Seed, asked: Asked, level: string): boolean {
  const scheme = seed.issueSecuritySchemes?.[projectOf(seed, asked).issueSecurityScheme ?? ""];
  return (scheme?.levels[level] ?? []).some((holder) => isMeant(seed, asked, holder));
}

function isMeant(seed: Seed, asked: Asked, holder: SeedHolder): boolean {
  const { who } = asked;
  const project = projectOf(seed, asked);
  const issue = issueOf(seed, asked);
  if (holder === "anyone" || holder === "applicationRole") return true;
  if (holder === "projectLead") return project.lead === who;
  if (holder === "reporter") return issue?.reporter === who;
  if (holder === "assignee") return issue?.assignee === who;
  if (typeof holder === "string") return false;
  if (holder.user !== undefined) return holder.user === who;
  if (holder.group !== undefined) return isIn(seed, who, holder.group);
  if (holder.applicationRole !== undefined) return hasLicence(seed, who, holder.applicationRole);
  if (holder.userCustomField !== undefined) return issue?.fields?.[holder.userCustomField]?.includes(who) === true;
  if (holder.groupCustomField !== undefined) {
    return (issue?.fields?.[holder.groupCustomField] ?? []).some((group) => isIn(seed, who, group));
  }
  const role = project.roles?.[holder.projectRole ?? ""];
  return role?.users?.includes(who) === true || (role?.groups ?? []).some((group) => isIn(seed, who, group));
}

function isIn(seed: Seed, who: string, group: string): boolean {
  return seed.groups?.[group]?.members?.includes(who) === true;
}

function hasLicence(seed: Seed, who: string, product: string): boolean {
  return (seed.applications?.[product]?.groups ?? []).some((group) => isIn(seed, who, group));
}

function projectOf(seed: Seed, { project }: Asked) {
  const found = seed.projects?.find(({ key }) => key === project);
  if (found === undefined) throw new Error(`no project ${project}`);
  return found;
}

function issueOf(seed: Seed, asked: Asked) {
  return asked.issue === undefined ? undefined : projectOf(seed, asked).issues?.[asked.issue];
}
