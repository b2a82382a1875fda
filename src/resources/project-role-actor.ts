import type * as pulumi from "@pulumi/pulumi";
import { JiraResource } from "./jira-resource.js";

/** What one holder of a role in a project is declared with: an account or a group. */
export type ProjectRoleActorArgs = {
  /** The project's key. */
  readonly project: pulumi.Input<string>;
  /** The role's name. */
  readonly role: pulumi.Input<string>;
} & (
  | {
      /** An account by e-mail or accountId. */
      readonly user: pulumi.Input<string>;
      readonly group?: never;
    }
  | {
      /** A group by name. */
      readonly group: pulumi.Input<string>;
      readonly user?: never;
    }
);

/**
 * One account or one group that holds a role in a project, and nobody else; deleting it leaves who held it before. Not
 * to be used beside `ProjectRoleActors` of the same role and project. Needs ADMINISTER_PROJECTS in the project and, for
 * scoped tokens, `read:jira-work`, `read:jira-user`, `manage:jira-project` and `manage:jira-configuration`.
 */
export class ProjectRoleActor extends JiraResource {
  declare readonly project: pulumi.Output<string>;
  declare readonly role: pulumi.Output<string>;

  constructor(resourceName: string, args: ProjectRoleActorArgs, options?: pulumi.CustomResourceOptions) {
    const part = args.user === undefined ? ["group", args.group] : ["user", args.user];
    const claim = { list: "role", names: [args.role, args.project], part };
    super("ProjectRoleActor", resourceName, { ...args }, options, claim);
  }
}
