import type { Holder } from "./holder.js";
import type { ProjectId, RoleId } from "./ids.js";

/** A project role as a site holds it; `description` still carries an ownership mark if it has one. */
export interface ProjectRole {
  readonly id: RoleId;
  readonly name: string;
  readonly description: string;
  /** The team-managed project that the role belongs to; absent for roles of the whole site. */
  readonly scope?: ProjectId;
}

/** The role that Jira gives every app, and puts back wherever it is taken away. */
export const appRoleName = "atlassian-addons-project-access";

/** Whether a holder is that role. */
export function isAppRole({ type, name }: Holder): boolean {
  return type === "projectRole" && name === appRoleName;
}
