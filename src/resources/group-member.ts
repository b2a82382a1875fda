import type * as pulumi from "@pulumi/pulumi";
import { JiraResource } from "./jira-resource.js";

/** What one member of a group is declared with. */
export interface GroupMemberArgs {
  /** The group's name. */
  readonly group: pulumi.Input<string>;
  /** An account by e-mail or accountId. */
  readonly user: pulumi.Input<string>;
}

/**
 * One account in one group, and nobody else; deleting it leaves who was in the group before. Not to be used beside
 * `GroupMembers` of the same group. Needs site administration and, for scoped tokens, `read:jira-user` and
 * `manage:jira-configuration`.
 */
export class GroupMember extends JiraResource {
  declare readonly group: pulumi.Output<string>;
  declare readonly user: pulumi.Output<string>;

  constructor(resourceName: string, args: GroupMemberArgs, options?: pulumi.CustomResourceOptions) {
    const claim = { list: "group", names: [args.group], part: [args.user] };
    super("GroupMember", resourceName, { ...args }, options, claim);
  }
}
