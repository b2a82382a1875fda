import type * as pulumi from "@pulumi/pulumi";
import type { Allowance } from "../model/desired-access.js";
import { JiraResource } from "./jira-resource.js";

/** What the members of a group are declared with. */
export interface GroupMembersArgs {
  /** The group's name. */
  readonly group: pulumi.Input<string>;
  /** Accounts by e-mail or accountId; nobody unless given. */
  readonly users?: pulumi.Input<readonly pulumi.Input<string>[]>;
  /** Brakes that this list may pass, each with what is said about that; none unless given. */
  readonly allow?: Allowance;
}

/**
 * All who are in one group; deleting it puts back those whom it had removed. Needs site administration and, for scoped
 * tokens, `read:jira-user` and `manage:jira-configuration`.
 */
export class GroupMembers extends JiraResource {
  declare readonly group: pulumi.Output<string>;

  constructor(resourceName: string, args: GroupMembersArgs, options?: pulumi.CustomResourceOptions) {
    const claim = { list: "group", names: [args.group], part: [] };
    super("GroupMembers", resourceName, { ...args }, options, claim);
  }
}
