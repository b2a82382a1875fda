import type * as pulumi from "@pulumi/pulumi";
import { JiraResource } from "./jira-resource.js";

/** A product of Jira, as invitations name it. */
export type Product = "jira-core" | "jira-product-discovery" | "jira-servicedesk" | "jira-software";

/** What an account is declared with. */
export interface UserArgs {
  /** The account's e-mail. */
  readonly email: pulumi.Input<string>;
  /** What a new account is given access to; `jira-software` unless given, an empty list for none. */
  readonly products?: pulumi.Input<readonly pulumi.Input<Product>[]>;
  /** Take the account off the site with the stack, if this resource had invited it; no unless said. */
  readonly removeOnDestroy?: boolean;
}

/**
 * An account of the site, by its e-mail: invited where there is none, taken as it is where there is one. It is left on
 * the site when the resource is deleted, unless `removeOnDestroy` says otherwise and this resource had invited it. Jira
 * takes no display name and no later change of products: people name themselves, and groups give access. Needs the
 * global permission ADMINISTER, administration of the organisation and, for scoped tokens, `read:jira-user` and
 * `manage:jira-configuration`; removing also needs site administration.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/
 */
export class User extends JiraResource {
  declare readonly email: pulumi.Output<string>;
  declare readonly accountId: pulumi.Output<string>;
  /** What the site calls the account. */
  declare readonly displayName: pulumi.Output<string>;

  constructor(resourceName: string, args: UserArgs, options?: pulumi.CustomResourceOptions) {
    super("User", resourceName, { ...args, accountId: undefined, displayName: undefined }, options);
  }
}
