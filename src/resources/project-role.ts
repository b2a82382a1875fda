import type * as pulumi from "@pulumi/pulumi";
import { currentOwner, JiraResource } from "./jira-resource.js";

/** What a project role is declared with. */
export interface ProjectRoleArgs {
  /** What the site calls the role. */
  readonly name: pulumi.Input<string>;
  /** Shown beside the name; empty unless given. */
  readonly description?: pulumi.Input<string>;
  /** Take over a role of that name that is already on the site; no unless said. */
  readonly adopt?: boolean;
  /** Delete the role with the stack although it was adopted; no unless said. */
  readonly deleteAdopted?: boolean;
  /** The name of the role that takes its place wherever it is still used when it is deleted. */
  readonly swapWith?: pulumi.Input<string>;
}

/**
 * A project role of the whole site, by its name. Needs the global permission ADMINISTER and, for scoped tokens,
 * `manage:jira-configuration`.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-project-roles/
 */
export class ProjectRole extends JiraResource {
  declare readonly name: pulumi.Output<string>;
  declare readonly roleId: pulumi.Output<string>;

  constructor(resourceName: string, args: ProjectRoleArgs, options?: pulumi.CustomResourceOptions) {
    super("ProjectRole", resourceName, { ...args, owner: currentOwner(), roleId: undefined }, options);
  }
}
