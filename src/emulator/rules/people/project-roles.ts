import type { Site, SiteProject, SiteRole } from "../../state/state.js";

/** The roles that a project has: its own if it is team-managed, else those of the site. */
export function listRoles(site: Site, project: SiteProject): SiteRole[] {
  return site.roles.filter((role) => role.project === (project.management === "team" ? project.id : undefined));
}
