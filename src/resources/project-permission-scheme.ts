import type * as pulumi from "@pulumi/pulumi";
import type { Allowance } from "../model/desired-access.js";
import { JiraResource } from "./jira-resource.js";

/** What a project's scheme is declared with. */
export interface ProjectPermissionSchemeArgs {
  /** The project's key. */
  readonly project: pulumi.Input<string>;
  /** The scheme's name. */
  readonly scheme: pulumi.Input<string>;
  /** Brakes that this assignment may pass, each with what is said about that; none unless given. */
  readonly allow?: Allowance;
}

/**
 * The permission scheme that a company-managed project uses; deleting it gives the project back the scheme it had.
 * Needs the global permission ADMINISTER and, for scoped tokens, `read:jira-work` and `manage:jira-project`.
 */
export class ProjectPermissionScheme extends JiraResource {
  declare readonly project: pulumi.Output<string>;
  declare readonly scheme: pulumi.Output<string>;

  constructor(resourceName: string, args: ProjectPermissionSchemeArgs, options?: pulumi.CustomResourceOptions) {
    const claim = { list: "scheme of the project", names: [args.project], part: [] };
    super("ProjectPermissionScheme", resourceName, { ...args }, options, claim);
  }
}
