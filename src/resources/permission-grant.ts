import type * as pulumi from "@pulumi/pulumi";
import { type HolderInput, toHolderText } from "./holder-input.js";
import { JiraResource } from "./jira-resource.js";

/** What one grant is declared with. */
export interface PermissionGrantArgs {
  /** The scheme's name. */
  readonly scheme: pulumi.Input<string>;
  /** The permission's key. */
  readonly permission: pulumi.Input<string>;
  /** Who is granted it. */
  readonly holder: pulumi.Input<HolderInput>;
}

/**
 * One permission of one holder in one scheme, and no other grant; deleting it leaves a grant that was there before.
 * Not to be used on a scheme whose whole list is declared, nor beside `HolderGrants` of the same holder. Needs the
 * global permission ADMINISTER and, for scoped tokens, `read:jira-work` and `manage:jira-configuration`.
 */
export class PermissionGrant extends JiraResource {
  declare readonly scheme: pulumi.Output<string>;
  declare readonly permission: pulumi.Output<string>;
  declare readonly holder: pulumi.Output<string>;

  constructor(resourceName: string, args: PermissionGrantArgs, options?: pulumi.CustomResourceOptions) {
    const claim = {
      list: "permission scheme",
      names: [args.scheme],
      part: [toHolderText(args.holder), args.permission],
    };
    super("PermissionGrant", resourceName, { ...args }, options, claim);
  }
}
