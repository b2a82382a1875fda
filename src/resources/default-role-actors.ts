import type * as pulumi from "@pulumi/pulumi";
import type { Allowance } from "../model/desired-access.js";
import { JiraResource } from "./jira-resource.js";

/** What the default holders of a role are declared with. */
export interface DefaultRoleActorsArgs {
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
 * All who get a role in every project that is created from now on; projects that are there already stay as they are.
 * Deleting it puts back those whom it had removed. Needs the global permission ADMINISTER and, for scoped tokens,
 * `read:jira-user` and `manage:jira-configuration`.
 */
export class DefaultRoleActors extends JiraResource {
  declare readonly role: pulumi.Output<string>;

  constructor(resourceName: string, args: DefaultRoleActorsArgs, options?: pulumi.CustomResourceOptions) {
    const claim = { list: "default list of the role", names: [args.role], part: [] };
    super("DefaultRoleActors", resourceName, { ...args }, options, claim);
  }
}
