import type * as pulumi from "@pulumi/pulumi";
import { JiraResource } from "./jira-resource.js";

/** What a project's scheme is declared with. */
export interface ProjectPermissionSchemeArgs {
  /** The project's key. */
  readonly project: pulumi.Input<string>;
  /** The scheme's name. */
  readonly scheme: pulumi.Input<string>;
}

/**
 * The permission scheme that a company-managed project uses; deleting it gives the project back the scheme it had.
 * Needs the global permission ADMINISTER and, for scoped tokens, `read:jira-work` and `manage:jira-project`.
 */
export class ProjectPermissionScheme extends JiraResource {
  declare readonly project: pulumi.Output<string>;
  declare readonly scheme: pulumi.Output<string>;

  constructor(resourceName: string, args: ProjectPermissionSchemeArgs, options?: pulumi.CustomResourceOptions) {
    super("ProjectPermissionScheme", resourceName, { ...args }, options);
  }
}
