import type * as pulumi from "@pulumi/pulumi";
import { JiraResource } from "./jira-resource.js";

/** What a group is declared with. */
export interface GroupArgs {
  /** What the group is called. */
  readonly name: pulumi.Input<string>;
  /** Take over a group of that name that is already on the site; no unless said. */
  readonly adopt?: boolean;
  /** Delete the group with the stack although it was adopted; no unless said. */
  readonly deleteAdopted?: boolean;
}

/**
 * A group, without its members. It keeps its id: a group that was renamed on the site still is the declared one, under
 * its declared name. Jira renames no groups on request, so another name here makes a new group and then deletes the
 * old one, unless the group has that name on the site already. A group of the name that is there already is taken only
 * with `adopt`, or where it has no member and no grant in any permission scheme, as a run that was cut short leaves it.
 * Needs site administration and, for scoped tokens, `read:jira-work`, `read:jira-user` and
 * `manage:jira-configuration`.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-groups/
 */
export class Group extends JiraResource {
  declare readonly name: pulumi.Output<string>;
  declare readonly groupId: pulumi.Output<string>;
  /** What the site calls the group. */
  declare readonly siteName: pulumi.Output<string>;

  constructor(resourceName: string, args: GroupArgs, options?: pulumi.CustomResourceOptions) {
    super("Group", resourceName, { ...args, groupId: undefined, siteName: undefined }, options);
  }
}
