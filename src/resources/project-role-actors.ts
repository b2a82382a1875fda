import type * as pulumi from "@pulumi/pulumi";
import type { Allowance } from "../model/desired-access.js";
import { JiraResource } from "./jira-resource.js";

/** What the holders of a role in a project are declared with. */
export interface ProjectRoleActorsArgs {
  /** The project's key. */
  readonly project: pulumi.Input<string>;
  /** The role's name. */
  readonly role: pulumi.Input<string>;
  /** Accounts by e-mail or accountId; nobody unless given. */
  readonly users?: pulumi.Input<readonly pulumi.Input<string>[]>;
  /** Groups by name; none unless given. */
  readonly groups?: pulumi.Input<readonly pulumi.Input<string>[]>;
  /** Brakes that this list may pass, each with what is said about that; none unless given. */
  readonly allow?: Allowance;
}

/**
 * All who hold one role in one project; deleting it puts back those whom it had removed. Needs ADMINISTER_PROJECTS in
 * the project and, for scoped tokens, `read:jira-work`, `read:jira-user` and `manage:jira-project`.
 */
export class ProjectRoleActors extends JiraResource {
  declare readonly project: pulumi.Output<string>;
  declare readonly role: pulumi.Output<string>;

  constructor(resourceName: string, args: ProjectRoleActorsArgs, options?: pulumi.CustomResourceOptions) {
    const claim = { list: "role", names: [args.role, args.project], part: [] };
    super("ProjectRoleActors", resourceName, { ...args }, options, claim);
  }
}
